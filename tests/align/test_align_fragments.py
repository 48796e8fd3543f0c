"""Text fragments: their form, and that a browser finds the words by them."""

from __future__ import annotations

import functools
import http.server
import io
import re
import shutil
import threading
from collections.abc import Iterator

import pytest

import harbour
from jcpoa_brief._align.alignment import Alignment
from jcpoa_brief._align.outcomes import encoded, text_fragment

CHROMIUM, DRIVER = shutil.which("chromium"), shutil.which("chromedriver")

STYLE = "p { margin: 90vh 0; font-size: 20px; line-height: 2 } ::target-text { background: #f0f; color: #000 }"
PAGE = "<!doctype html><meta charset=utf-8><title>x</title><style>%s</style>%s"

# Each word of the page that can be seen, with a point just inside its upper left corner.
WORDS = """
const found = [];
for (const paragraph of document.querySelectorAll('p')) {
  const node = paragraph.firstChild;
  for (const match of node.data.matchAll(/[\\p{L}\\p{N}]+/gu)) {
    const range = document.createRange();
    range.setStart(node, match.index);
    range.setEnd(node, match.index + match[0].length);
    const box = range.getBoundingClientRect();
    if (box.top >= 0 && box.bottom < innerHeight) found.push([match[0], box.left + 1, box.top + 1]);
  }
}
return found;
"""


def test_form() -> None:
    """Short words stand whole, long ones by their ends; what means something in the directive is encoded."""
    assert text_fragment("so, it-is & was") == "#:~:text=so%2C%20it%2Dis%20%26%20was"
    assert text_fragment("words", "one two three four ", " five six seven eight") == (
        "#:~:text=two%20three%20four-,words,-five%20six%20seven"
    )
    long = " ".join(f"word{number}" for number in range(30))
    assert text_fragment(long) == "#:~:text=word0%20word1%20word2%20word3,word26%20word27%20word28%20word29"
    assert encoded("\u2019") == "%E2%80%99"
    assert encoded("\ud800-\U0001f600") == "%EF%BF%BD%2D%F0%9F%98%80"


class Quiet(http.server.BaseHTTPRequestHandler):
    """Serves one page and says nothing."""

    def __init__(self, page: bytes, *args: object) -> None:
        self.page = page
        super().__init__(*args)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        """The page, whatever was asked for."""
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(self.page)

    def log_message(self, *_: object) -> None:  # type: ignore[override]
        """Nothing."""


@pytest.fixture(name="address")
def _address() -> Iterator[str]:
    body = "".join(f"<p id=p{number}>{text}</p>" for number, text in enumerate(harbour.PARAGRAPHS, 1))
    handler = functools.partial(Quiet, (PAGE % (STYLE, body)).encode())
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


MARK = (255, 0, 255)


@pytest.mark.skipif(not (CHROMIUM and DRIVER), reason="needs chromium and chromedriver on the path")
@pytest.mark.filterwarnings("ignore::ResourceWarning")
def test_chromium_jumps_to_the_words(address: str, tmp_path: object) -> None:
    """Chromium resolves the fragment of every tenth citation, and marks its words and no others."""
    webdriver = pytest.importorskip("selenium.webdriver", reason="needs selenium")
    image = pytest.importorskip("PIL.Image", reason="needs pillow")
    options = webdriver.ChromeOptions()
    options.binary_location = CHROMIUM
    for argument in (
        "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync",
        "--disable-background-networking", "--disable-component-update", f"--user-data-dir={tmp_path}",
        "--window-size=900,900",
        "--force-device-scale-factor=1",
    ):  # fmt: skip
        options.add_argument(argument)
    alignment = Alignment(harbour.WHOLE, harbour.OUTLINE)
    driver = webdriver.Chrome(options=options, service=webdriver.ChromeService(DRIVER))
    try:
        for citation in list(harbour.OUTLINE.citing)[::10]:
            driver.get("about:blank")
            driver.get(address + alignment.link(citation).partition("/harbour")[2])
            picture = image.open(io.BytesIO(driver.get_screenshot_as_png())).convert("RGB")
            marked = [word for word, left, top in driver.execute_script(WORDS) if picture.getpixel((left, top)) == MARK]
            assert marked == re.findall(r"[^\W_]+", alignment.words(citation)), citation
    finally:
        driver.quit()
