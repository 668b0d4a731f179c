"""Real services and tools as processes, for tests: annals_processes.Services() and run()."""
import contextlib
import os
import pathlib
import re
import signal
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
BIN = pathlib.Path(os.environ.get("ANNALS_BIN", ROOT / "build/release/bin"))
ADDRESS = re.compile(r"127\.0\.0\.1:([1-9][0-9]*)")


def run(tool, *arguments, stdin=""):
    """Runs a tool to its end; bytes or text in, text out."""
    data = stdin if isinstance(stdin, bytes) else stdin.encode()
    # A tool that does not end is a failure, not a reason to wait for ever.
    done = subprocess.run([str(BIN / tool), *arguments], input=data, capture_output=True, timeout=120, check=False)
    return subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())


class Service:
    """One service on a free port of loopback. Its first log line that names an address says that it listens."""

    def __init__(self, name, data_dir, *flags):
        command = [str(BIN / name), "--listen=127.0.0.1:0", f"--data_dir={data_dir}", *flags]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        self.log = []
        self.address = self._read_address()

    def _read_address(self):
        for line in self.process.stdout:
            self.log.append(line.decode(errors="replace"))
            found = ADDRESS.search(self.log[-1])
            if found:
                return found.group(0)
        self.process.wait()
        raise RuntimeError("did not start: " + "".join(self.log))

    def stop(self):
        """Asks it to stop; returns its exit status and all it has logged."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        rest, _ = self.process.communicate(timeout=60)
        self.log.append(rest.decode(errors="replace"))
        return self.process.returncode, "".join(self.log)


class Services:
    """Both services on an empty directory; a context manager."""

    def __enter__(self):
        self._cleanup = contextlib.ExitStack()
        with self._cleanup:  # a service that does not start stops the others
            directory = self._cleanup.enter_context(tempfile.TemporaryDirectory())
            self.extractor = self._start("annals-extractor", directory + "/journal")
            self.query = self._start("annals-query", directory + "/index", f"--extractor={self.extractor.address}")
            self._cleanup = self._cleanup.pop_all()
        return self

    def __exit__(self, *unused):
        self._cleanup.close()

    def _start(self, *arguments):
        service = Service(*arguments)
        self._cleanup.callback(service.stop)
        return service


def skip_all(reason):
    """Ends a test program that cannot run here; CTest counts it as skipped."""
    print("SKIPPED: " + reason)
    sys.exit(77)
