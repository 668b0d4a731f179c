"""buf lints the protos, holds them to what was released, and lists and calls both services by reflection, without a proto file. Skips where buf is not installed
(deploy/install-buf.sh)."""
import base64
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
from annals_processes import ROOT, Services, run, skip_all  # noqa: E402

# The contract of the last release: buf build proto --exclude-source-info -o tests/deploy/released/annals-VERSION.binpb
RELEASED = sorted((ROOT / "tests/deploy/released").glob("*.binpb"))[-1]
BUF = pathlib.Path(os.environ.get("ANNALS_BUF", ROOT / "build/tools/node_modules/.bin/buf"))


def buf(*arguments, stdin=""):
    return subprocess.run([str(BUF), *arguments], input=stdin, capture_output=True, text=True, timeout=120, check=False)


def curl(address, method, request):
    return buf("curl", "--http2-prior-knowledge", "--protocol", "grpc", "-d", json.dumps(request), f"http://{address}/{method}")


class LintTest(unittest.TestCase):
    def test_the_protos_are_clean(self):
        done = buf("lint", str(ROOT / "proto"))
        self.assertEqual((0, ""), (done.returncode, done.stdout + done.stderr))


class BreakingTest(unittest.TestCase):
    def test_clients_of_the_last_release_still_work(self):
        done = buf("breaking", str(ROOT / "proto"), "--against", str(RELEASED))
        self.assertEqual((0, ""), (done.returncode, done.stdout + done.stderr))

    def test_a_field_that_is_gone_would_be_found(self):
        with tempfile.TemporaryDirectory() as directory:
            shutil.copytree(ROOT / "proto", directory + "/proto")
            article = pathlib.Path(directory, "proto/annals/v1/article.proto")
            text = article.read_text(encoding="utf-8")
            self.assertIn("string title = ", text)
            article.write_text(text.replace("string title = ", "int32 title = "), encoding="utf-8")
            done = buf("breaking", directory + "/proto", "--against", str(RELEASED))
        self.assertNotEqual(0, done.returncode)
        self.assertIn('"title"', done.stdout)


class CurlTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.services = cls.enterClassContext(Services())

    def list_methods(self, address, reflection="grpc-v1"):
        done = buf("curl", "--http2-prior-knowledge", "--protocol", "grpc", "--reflect-protocol", reflection, "--list-methods",
                   f"http://{address}")
        self.assertEqual(0, done.returncode, done.stderr)
        return done.stdout

    def call(self, address, method, request):
        """The answer; of a stream the last message."""
        done = curl(address, method, request)
        self.assertEqual(0, done.returncode, done.stderr)
        rest, message = done.stdout.strip(), None
        while rest:
            message, end = json.JSONDecoder().raw_decode(rest)
            rest = rest[end:].lstrip()
        return message

    def test_lists_every_service(self):
        extractor = self.list_methods(self.services.extractor.address)
        for method in ("annals.v1.ExtractorService/SubmitArticle", "annals.v1.JournalService/Follow", "grpc.health.v1.Health/Check"):
            self.assertIn(method, extractor)
        query = self.list_methods(self.services.query.address)
        for method in ("annals.v1.QueryService/GetTimeline", "grpc.health.v1.Health/Check"):
            self.assertIn(method, query)

    def test_both_versions_of_reflection_say_the_same(self):
        for service in (self.services.extractor, self.services.query):
            self.assertEqual(self.list_methods(service.address), self.list_methods(service.address, "grpc-v1alpha"))

    def test_calls_both(self):
        extractor, query = self.services.extractor.address, self.services.query.address
        article = {"id": "a1", "publishedAt": "2025-06-02", "text": "6月1日，林知远加入星河智能，出任首席执行官。"}
        submitted = self.call(extractor, "annals.v1.ExtractorService/SubmitArticle", {"article": article})
        self.assertEqual("SUBMIT_OUTCOME_CREATED", submitted["outcome"])
        timeline = self.call(query, "annals.v1.QueryService/GetTimeline", {"entity": "星河智能", "minRevision": submitted["revision"]})
        self.assertEqual("2025-06-01", timeline["events"][0]["event"]["time"]["start"])
        for address, service in ((extractor, "annals.v1.ExtractorService"), (query, "annals.v1.QueryService"), (query, "")):
            health = self.call(address, "grpc.health.v1.Health/Check", {"service": service})
            self.assertEqual("SERVING", health["status"])

    def test_teaches_a_name_and_reads_the_stored_articles_again(self):
        def extractor(method, request):
            return self.call(self.services.extractor.address, "annals.v1.ExtractorService/" + method, request)

        def ids_at(revision):
            request = {"entity": "陈立言", "minRevision": revision}
            timeline = self.call(self.services.query.address, "annals.v1.QueryService/GetTimeline", request)
            return {entity["id"] for entity in timeline["entities"] if entity["id"].startswith("organization:")}

        article = {"id": "t1", "publishedAt": "2025-06-02", "text": "6月1日，悬铃木智能宣布，任命陈立言为首席技术官。"}
        self.assertIn("organization:悬铃木智能", ids_at(extractor("SubmitArticle", {"article": article})["revision"]))
        entity = {"type": "ENTITY_TYPE_ORGANIZATION", "name": "梧桐里科创", "aliases": ["梧桐里"]}
        self.assertEqual("organization:梧桐里科创", extractor("PutEntity", {"entity": entity})["entity"]["id"])
        merge = {"fromEntityId": "organization:悬铃木智能", "intoEntityId": "organization:梧桐里科创"}
        extractor("MergeEntities", merge)
        self.assertEqual([merge], extractor("ListEntities", {})["merges"])
        done = extractor("ReextractArticles", {"idPrefix": "t"})
        self.assertEqual(("t1", "1"), (done["articleId"], done["changed"]))
        self.assertEqual({"organization:梧桐里科创"}, ids_at(done["revision"]))
        extractor("DeleteEntity", {"entityId": "organization:悬铃木智能"})
        done = extractor("ReextractArticles", {"idPrefix": "t"})
        self.assertEqual({"organization:悬铃木智能"}, ids_at(done["revision"]))

    def test_errors_have_a_reason(self):
        done = curl(self.services.query.address, "annals.v1.QueryService/GetTimeline", {"entity": "没有这家公司"})
        self.assertNotEqual(0, done.returncode)
        error = json.loads(done.stderr)
        self.assertEqual("not_found", error["code"])
        details = {detail["type"]: base64.b64decode(detail["value"] + "==") for detail in error["details"]}
        self.assertIn(b"ENTITY_NOT_FOUND", details["google.rpc.ErrorInfo"])

    def test_an_unknown_service_is_not_healthy(self):
        done = curl(self.services.query.address, "grpc.health.v1.Health/Check", {"service": "no.such.Service"})
        self.assertEqual("not_found", json.loads(done.stderr)["code"])


if __name__ == "__main__":
    if not BUF.exists():
        skip_all(f"no buf at {BUF}; deploy/install-buf.sh installs it")
    unittest.main()
