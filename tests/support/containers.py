"""Containers of our images for tests, with Docker where its engine runs, else with podman as root, which needs no engine."""
import json
import os
import pathlib
import shutil
import signal
import subprocess
import tempfile
import time
import urllib.error
import urllib.request

from annals_processes import skip_all

IMAGES = ("annals-extractor", "annals-query", "annals-nats")
# What a cluster would ask for: no way to write outside the volume, to become somebody else, or to do anything special.
HARDENED = ("--read-only", "--cap-drop=ALL", "--security-opt=no-new-privileges")
PODMAN = ("podman", "--runtime", "crun", "--cgroup-manager=cgroupfs")
# Where control groups of both versions are mounted podman would take the host for one of version 2 only.
UNSHARED = ("unshare", "-m", "sh", "-c", 'umount /sys/fs/cgroup/unified 2>/dev/null; exec "$@"', "sh")
PODMAN_RUN = (*UNSHARED, *PODMAN, "run", "--cgroups=disabled", "--read-only-tmpfs=false", "--ulimit=nofile=4096:4096",
              "--ulimit=nproc=4096:4096", "--no-healthcheck")


def quiet(*command):
    return subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)


def engine():
    """The command that speaks to the engine, and the one that runs a container; skips the whole test where there is none."""
    if shutil.which("docker") and quiet("docker", "info").returncode == 0:
        found = ("docker",), ("docker", "run")
    elif shutil.which("podman") and shutil.which("crun") and os.getuid() == 0:
        os.environ.setdefault("STORAGE_DRIVER", "overlay")
        found = PODMAN, PODMAN_RUN
    else:
        skip_all("no Docker engine, and no podman with crun for root")
    for image in IMAGES:
        if quiet(*found[0], "image", "inspect", image).returncode != 0:
            skip_all(f"no image {image}: deploy/build-images.sh builds it")
    return found


class Engine:
    def __init__(self):
        self.command, self.run_command = engine()

    def inspect(self, image, form):
        return quiet(*self.command, "image", "inspect", "--format", form, image).stdout.strip()

    def remove_volume(self, volume):
        quiet(*self.command, "volume", "rm", "-f", volume)

    def arguments(self, image, volume=None, environment=None, options=(), command=()):
        mounts = ["-v", f"{volume}:{'/var/lib/nats' if image == 'annals-nats' else '/var/lib/annals'}"] if volume else []
        variables = [word for name, value in (environment or {}).items() for word in ("-e", f"{name}={value}")]
        return [*self.run_command, "--rm", "--network=host", *HARDENED, *mounts, *variables, *options, image, *command]

    def run(self, image, **details):
        """Runs a container to its end."""
        return subprocess.run(self.arguments(image, **details), capture_output=True, text=True, timeout=300, check=False)


class Container:
    """A service in a container, on the ports of its environment. Its log goes to a file: nobody has to read it."""

    def __init__(self, engine_, image, volume, environment, wait=True):
        self.mark = os.urandom(8).hex()
        self.admin = environment.get("ANNALS_ADMIN_LISTEN") or environment["NATS_MONITOR"]
        self.log_file = tempfile.TemporaryFile()
        started = time.monotonic()
        self.process = subprocess.Popen(
            engine_.arguments(image, volume=volume, environment={**environment, "ANNALS_MARK": self.mark}),
            stdout=self.log_file, stderr=subprocess.STDOUT)
        if wait:
            self.wait_until_alive()
        self.seconds_to_serve = time.monotonic() - started

    def wait_until_alive(self):
        while self.get("/healthz")[0] != 200:
            if self.process.poll() is not None:
                raise RuntimeError("did not start: " + self.log())

    def get(self, path):
        try:
            with urllib.request.urlopen(f"http://{self.admin}{path}", timeout=30) as answer:
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as error:
            return error.code, error.read().decode()
        except OSError:
            return None, ""

    def wait_until_ready(self):
        while self.get("/readyz")[0] != 200:
            if self.process.poll() is not None:
                raise RuntimeError("ended: " + self.log())

    def log(self):
        self.log_file.seek(0)
        return self.log_file.read().decode(errors="replace")

    def log_lines(self):
        return [json.loads(line) for line in self.log().splitlines() if line.startswith("{")]

    def proc(self):
        """The directory in /proc of the process inside, as the host sees it."""
        for environ in pathlib.Path("/proc").glob("[0-9]*/environ"):
            try:
                executable = os.readlink(environ.parent / "exe")
                if f"ANNALS_MARK={self.mark}".encode() in environ.read_bytes() and executable.startswith(("/usr/bin/annals-", "/usr/sbin/nats-")):
                    return environ.parent
            except OSError:  # it ended meanwhile, or is a thread of the kernel
                continue
        raise LookupError("no such process")

    def close(self):
        self.stop()
        self.log_file.close()

    def stop(self):
        """Asks it to stop, as an orchestrator does; its exit status and the seconds until it was gone."""
        started = time.monotonic()
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        return self.process.wait(timeout=60), time.monotonic() - started
