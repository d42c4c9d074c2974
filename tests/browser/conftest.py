"""JupyterLab on the notebooks of the project, and a browser that looks at it."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

HERE = Path(__file__).parent
# Nothing but the notebook itself: no news, no search for updates.
SETTINGS = """
c.LabApp.news_url = None
c.LabApp.check_for_updates_class = "jupyterlab.NeverCheckForUpdate"
c.ServerApp.port_retries = 0
c.ServerApp.allow_root = True
c.IdentityProvider.token = ""
"""


@pytest.fixture(scope="session")
def lab(root, tmp_path_factory) -> Iterator[str]:
    """The address of a JupyterLab whose root holds copies of the notebooks, beside the specimens."""
    above = tmp_path_factory.mktemp("lab")
    (above / "data").symlink_to(root / "data", target_is_directory=True)
    shutil.copytree(root / "notebooks", above / "notebooks", ignore=shutil.ignore_patterns(".ipynb_checkpoints"))
    for folder in ("config", "runtime", "user"):
        (above / folder).mkdir()
    (above / "config" / "jupyter_lab_config.py").write_text(SETTINGS, encoding="utf-8")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    own = {f"JUPYTER_{name.upper()}_DIR": str(above / name) for name in ("config", "runtime")}
    own |= {"JUPYTERLAB_SETTINGS_DIR": str(above / "user"), "JUPYTERLAB_WORKSPACES_DIR": str(above / "user")}
    words = ["-m", "jupyterlab", "--no-browser", f"--port={port}", f"--ServerApp.root_dir={above / 'notebooks'}"]
    with (above / "log.txt").open("w") as log:
        server = subprocess.Popen([sys.executable, *words], env={**os.environ, **own}, stdout=log, stderr=log)
        try:
            address = f"http://127.0.0.1:{port}"
            wait_for(f"{address}/api", server, above / "log.txt")
            yield address
        finally:
            server.terminate()
            server.wait(timeout=20)


def wait_for(address: str, server: subprocess.Popen, log: Path) -> None:
    for _ in range(240):
        if server.poll() is not None:
            break
        try:
            urllib.request.urlopen(address, timeout=2).close()
            return
        except (urllib.error.URLError, OSError):
            time.sleep(0.25)
    pytest.fail(f"JupyterLab did not start:\n{log.read_text()[-3000:]}")


@pytest.fixture(scope="session")
def browser(chromium):
    """Chromium without a screen."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def axe(packages) -> str:
    """The source of axe-core."""
    return (packages(HERE / "package.json") / "axe-core" / "axe.min.js").read_text(encoding="utf-8")
