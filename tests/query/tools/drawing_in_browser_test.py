"""Every drawing of annals-view, made by the real commands from the sample articles and looked at in headless Chromium: it is not blank,
no two lines of text stand on one another, nothing is outside of it, and it is no wider than asked. Skipped where there is no Chromium.
ANNALS_SCREENSHOTS=DIR keeps the pictures."""
import html
import json
import os
import pathlib
import shutil
import struct
import subprocess
import sys
import tempfile
import unittest
import zlib

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "support"))
from annals_processes import ROOT, Services, run, skip_all  # noqa: E402

SAMPLES = sorted((ROOT / "deploy/samples").glob("*.json"))
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
WIDTH = 960
# Names that are long, that hold markup, and that turn the direction of writing.
HOSTILE = {"id": "hostile", "published_at": "2025-10-02", "source": "<script>alert(1)</script>\"'&", "title": "]]>\u202e标题",
           "text": "10月1日，星槎智能收购" + "特别长名字" * 12 + "科技。沈若谷加入“<b>星</b>&amp;槎”科技，出任首席科学家兼语音事业部总经理兼研究院院长。"}
DRAWINGS = {
    "timeline": ("timeline", "星槎智能"),
    "graph": ("graph", "星槎智能"),
    "graph-deep": ("graph", "星槎智能", "--depth=3"),
    "path": ("path", "拾光资本", "远岫科技"),
    "flows": ("flows", "--bucket=quarter"),
    "tenures": ("tenures", "星槎智能"),
    "tenures-person": ("tenures", "person:沈若谷"),
}
# Lines of text that stand on one another, and what is outside of its drawing, in pixels of the screen.
MEASURE = """<script>
const lines = [...document.querySelectorAll('text, .date, .words, .standing, summary')].filter(e => e.lastChild && e.getClientRects().length > 0);
const boxes = lines.map(e => [e.getBoundingClientRect(), e.lastChild.textContent.slice(0, 40)]);
const overlaps = [];
for (let i = 0; i < boxes.length; ++i) for (let j = i + 1; j < boxes.length; ++j) {
  const [a, b] = [boxes[i][0], boxes[j][0]];
  const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  if (wide > 1 && high > 0.4 * Math.min(a.height, b.height)) overlaps.push(boxes[i][1] + ' / ' + boxes[j][1]);
}
const page = document.documentElement;
const frame = (document.querySelector('body > svg') || page).getBoundingClientRect();
const outside = boxes.filter(([b]) => b.left < frame.left - 1 || b.right > frame.right + 1 || b.bottom > frame.bottom + 1).map(b => b[1]);
const found = {lines: lines.length, overlaps, outside, width: page.scrollWidth, height: Math.ceil(frame.height),
               drawing: frame.width, scripts: document.scripts.length};
document.body.insertAdjacentHTML('beforeend', '<pre id="found"></pre>');
document.getElementById('found').textContent = JSON.stringify(found);
</script>"""


def chromium(profile, *arguments):
    command = [CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", f"--user-data-dir={profile}",
               "--host-resolver-rules=MAP * ~NOTFOUND", *arguments]
    return subprocess.run(command, capture_output=True, timeout=120, check=False).stdout.decode(errors="replace")


def rows_of_png(data):
    """The filtered rows of a PNG picture without interlacing, eight bits a channel."""
    chunks, at = {}, 8
    while at < len(data):
        length, kind = struct.unpack(">I4s", data[at:at + 8])
        chunks[kind] = chunks.get(kind, b"") + data[at + 8:at + 8 + length]
        at += 12 + length
    width, height, depth, color = struct.unpack(">IIBB", chunks[b"IHDR"][:10])
    assert depth == 8 and color in (2, 6), (depth, color)
    pixels = zlib.decompress(chunks[b"IDAT"])
    stride = 1 + width * (3 if color == 2 else 4)
    return [pixels[i * stride + 1:(i + 1) * stride] for i in range(height)]


class DrawingTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.services = cls.enterClassContext(Services())
        cls.directory = pathlib.Path(cls.enterClassContext(tempfile.TemporaryDirectory()))
        submitted = run("annals-extract", f"--submit={cls.services.extractor.address}", *map(str, SAMPLES))
        assert submitted.returncode == 0, submitted.stderr
        hostile = run("annals-extract", f"--submit={cls.services.extractor.address}", stdin=json.dumps(HOSTILE))
        assert hostile.returncode == 0, hostile.stderr

    def draw(self, *arguments):
        done = run("annals-view", *arguments, f"--query={self.services.query.address}", f"--min_revision={len(SAMPLES) + 1}",
                   f"--width={WIDTH}")
        self.assertEqual((0, ""), (done.returncode, done.stderr))
        return done.stdout

    def measure(self, page, width):
        file = self.directory / "measured.html"
        file.write_text(page, encoding="utf-8")
        dom = chromium(self.directory / "profile", f"--window-size={width},2000", "--dump-dom", file.as_uri())
        _, mark, rest = dom.rpartition('<pre id="found">')
        self.assertTrue(mark, "the page did not measure itself")
        return json.loads(html.unescape(rest.partition("</pre>")[0]))

    def photograph(self, name, page, width, height, *flags):
        file = self.directory / f"{name}.html"
        file.write_text(page, encoding="utf-8")
        directory = pathlib.Path(os.environ.get("ANNALS_SCREENSHOTS", self.directory))
        picture = directory / f"{name}.png"
        chromium(self.directory / "profile", f"--window-size={width},{height}", f"--screenshot={picture}", *flags, file.as_uri())
        return rows_of_png(picture.read_bytes())

    def check(self, name, page, width, scripts):
        """The page by its measures, then by its picture, in light and in dark."""
        with self.subTest(name):
            found = self.measure(page.replace("</body>", MEASURE + "</body>"), width)
            self.assertGreater(found["lines"], 3)
            self.assertEqual([], found["overlaps"])
            self.assertEqual([], found["outside"])
            self.assertLessEqual(found["width"], width)
            self.assertEqual(scripts + 1, found["scripts"], "one script more: the measuring one")
            papers = set()
            for theme, flags in {"light": (), "dark": ("--blink-settings=preferredColorScheme=0",)}.items():
                rows = self.photograph(f"{name}-{theme}", page, width, min(found["height"], 4000), *flags)
                inked = sum(len(set(row)) > 12 for row in rows)
                self.assertGreater(inked, 0.25 * len(rows), f"{theme}: blank")
                papers.add(rows[0][:3])
            self.assertEqual(2, len(papers), "light and dark are the same")

    def test_svg(self):
        for name, arguments in DRAWINGS.items():
            svg = self.draw(*arguments, "--format=svg")
            self.check(name, f"<!DOCTYPE html><body style='margin:0'>{svg}</body>", WIDTH, 0)

    def test_pages(self):
        self.check("page", self.draw("timeline", "星槎智能", "--format=html"), WIDTH, 1)
        self.check("page-narrow", self.draw("timeline", "星槎智能", "--format=html"), 500, 1)
        self.check("graph-page", self.draw("graph", "星槎智能", "--format=html"), 1000, 0)

    def test_search_hides_what_does_not_match(self):
        page = self.draw("timeline", "星槎智能", "--format=html")
        script = """<script>
        const field = document.querySelector('input');
        const count = () => [...document.querySelectorAll('.event')].filter(e => e.getClientRects().length > 0).length;
        const counts = [count()];
        for (const words of ['拾光资本', '拾光资本 fund', 'nothing like it', '']) {
          field.value = words;
          field.dispatchEvent(new Event('input', {bubbles: true}));
          counts.push(count());
        }
        document.body.insertAdjacentHTML('beforeend', '<pre id="found">' + JSON.stringify(counts) + '</pre>');
        </script>"""
        counts = self.measure(page.replace("</body>", script + "</body>"), WIDTH)
        self.assertGreater(counts[0], 5)
        self.assertEqual([1, 1, 0, counts[0]], counts[1:])

    def test_pages_load_nothing(self):
        for arguments in DRAWINGS.values():
            page = self.draw(*arguments, "--format=html")
            self.assertNotRegex(page, r'(src|href)=|@import|url\((?!#)')
            self.assertEqual(1 if arguments[0] == "timeline" else 0, page.count("<script>"))


if __name__ == "__main__":
    if CHROMIUM is None:
        skip_all("Chromium is not installed (deploy/install-deps.sh --browser)")
    unittest.main()
