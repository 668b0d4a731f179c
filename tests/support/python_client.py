"""What tests of Python clients need: an interpreter that has grpcio, and the stubs of our protos."""
import pathlib
import subprocess

from annals_processes import ROOT

PYTHON = "/usr/bin/python3"  # Debian's, which Debian's python3-grpcio is for


def make_stubs(directory):
    subprocess.run(["protoc", "-I", ROOT / "proto", f"--python_out={directory}", f"--grpc_python_out={directory}",
                    "--plugin=protoc-gen-grpc_python=/usr/bin/grpc_python_plugin", *sorted((ROOT / "proto/annals/v1").glob("*.proto"))],
                   check=True, timeout=120)


def has_grpc():
    return pathlib.Path(PYTHON).exists() and subprocess.run(
        [PYTHON, "-c", "import grpc"], capture_output=True, timeout=60, check=False).returncode == 0
