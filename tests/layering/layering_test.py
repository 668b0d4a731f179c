"""Checks the source tree against layering.py, and layering.py against a tree that breaks every rule."""
import pathlib
import tempfile
import unittest

import layering

ROOT = pathlib.Path(__file__).resolve().parents[2]


class TreeTest(unittest.TestCase):
    def test_the_sources_keep_the_rules(self):
        self.assertGreater(len(layering.sources(ROOT)), 20)
        self.assertEqual("", "\n".join(layering.violations(ROOT)))


class RulesTest(unittest.TestCase):
    """Each rule finds what it is there for."""

    def setUp(self):
        self.directory = tempfile.TemporaryDirectory()
        self.addCleanup(self.directory.cleanup)
        self.root = pathlib.Path(self.directory.name)

    def write(self, path, text):
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    def found(self):
        return layering.violations(self.root)

    def test_a_clean_tree(self):
        self.write("common/a.h", '#include "annals/v1/event.pb.h"\n')
        self.write("extractor/b.h", '#include "common/a.h"\n#include "annals/v1/event.pb.h"\n')
        self.write("query/service/c.cc", '#include <grpcpp/grpcpp.h>\n#include "query/d.h"\n')
        self.write("query/d.h", "")
        self.write("extractor/journal/e.cc", '#include "rocksdb/db.h"\n')
        self.assertEqual([], self.found())

    def test_across_and_upwards(self):
        self.write("query/a.cc", '#include "extractor/x.h"\n')
        self.write("extractor/b.cc", '#include "query/x.h"\n')
        self.write("common/c.cc", '#include "extractor/x.h"\n')
        self.assertEqual(3, len(self.found()))

    def test_the_platform_in_the_core(self):
        self.write("extractor/events/a.cc", '#include <grpcpp/grpcpp.h>\n')
        self.write("extractor/events/b.cc", '#include "annals/v1/journal.grpc.pb.h"\n')
        self.write("query/graph/c.cc", '#include <rocksdb/db.h>\n')
        self.write("extractor/text/d.cc", '#include <opencc/opencc.h>\n')
        self.write("common/log/e.cc", '#include "nats/nats.h"\n')
        self.write("common/jetstream/f.cc", '#include "nats/nats.h"\n')
        self.assertEqual(5, len(self.found()))

    def test_a_circle(self):
        self.write("common/a.h", '#include "common/b.h"\n')
        self.write("common/b.h", '#include "common/c.h"\n')
        self.write("common/c.h", '#include "common/a.h"\n')
        self.assertEqual(["includes in a circle: common/a.h -> common/b.h -> common/c.h -> common/a.h"], self.found())

    def test_lengths(self):
        body = "  Step();\n" * 79
        self.write("common/a.cc", f"namespace annals {{\n\nvoid Long() {{\n{body}}}\n\nvoid Short() {{\n  Step();\n}}\n\n}}\n")
        self.assertEqual(["common/a.cc:3: a function of 81 lines"], self.found())

    def test_a_method_inside_a_class(self):
        body = "    Step();\n" * 90
        self.write("common/a.cc", f"class A {{\n public:\n  void Long() {{\n{body}  }}\n}};\n")
        self.assertEqual(["common/a.cc:3: a function of 92 lines"], self.found())

    def test_a_constructor_with_initialisers_on_lines_of_their_own(self):
        body = "    Step();\n" * 60
        short = f"  explicit A(int a)\n      : a_(a),\n        b_(Of(a)) {{\n{body}  }}\n"
        self.write("common/a.cc", f"class A {{\n public:\n{short}\n  void Next() {{\n{body}  }}\n}};\n")
        self.assertEqual([], self.found())
        self.write("common/a.cc", f"class A {{\n public:\n{short.replace(body, body * 2)}}};\n")
        self.assertEqual(["common/a.cc:5: a function of 122 lines"], self.found())


if __name__ == "__main__":
    unittest.main()
