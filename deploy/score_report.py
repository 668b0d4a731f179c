"""Prints the figures of scored gold sets and compares them with their floors: score_report.py FLOORS.tsv RESULTS_DIR."""
import json
import pathlib
import sys

FIGURES = ("event", "record", "argument", "time", "relation")


def read_floors(path):
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    return [tuple(line.split("\t")) for line in lines[1:]]


def main():
    floors_path, results_dir = map(pathlib.Path, sys.argv[1:])
    results = {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in sorted(results_dir.glob("*.json"))}
    for name, result in results.items():
        figures = "  ".join(f"{figure} {result[figure]['f1']:.3f}" for figure in FIGURES)
        shares = "  ".join(f"{share} {result[share]['accuracy']:.3f}" for share in ("status", "certainty"))
        print(f"   {name}: F1 {figures}; accuracy {shares}")
        for failure in result["failures"]:
            print(f"   {name}: FAILED {failure}")
    below = 0
    for name, figure, floor in read_floors(floors_path):
        reached = results.get(name, {}).get(figure, {}).get("f1", 0.0)
        if reached < float(floor):
            below += 1
            print(f"   {name}: {figure} F1 {reached:.3f} is under its floor {floor}")
    return 1 if below else 0


if __name__ == "__main__":
    sys.exit(main())
