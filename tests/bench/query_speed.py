"""Runs the programs of the query benchmark and prints one table of what they measured (see query_speed.sh)."""
import pathlib
import re
import subprocess
import sys
import time

QUERIES = 3000
CACHE_MB = 720  # as kIndexCacheBytes
STORES = ("index", "prototype", "postgresql", "sqlite")


class Figures:
    """figure -> store -> (p50, p99, rows) in microseconds, or (value,)."""

    def __init__(self):
        self.of = {}

    def add(self, text):
        for line in text.splitlines():
            figure, store, *values = line.split("\t")
            numbers = tuple(float(value) for value in values if re.fullmatch(r"[-+.\deE]+", value))
            self.of.setdefault(figure, {})[store] = numbers

    def value(self, figure, store="index", at=0):
        numbers = self.of.get(figure, {}).get(store)
        return numbers[at] if numbers else None


def run(*command):
    done = subprocess.run([str(part) for part in command], stdout=subprocess.PIPE, text=True, check=False)
    if done.returncode != 0:
        sys.exit(f"{done.stdout}{command[0]}: status {done.returncode}")
    return done.stdout


class Service:
    """annals-query on the index that was loaded, with nobody to follow."""

    def __init__(self, build, data):
        begin = time.monotonic()
        self.process = subprocess.Popen(
            [f"{build}/bin/annals-query", "--listen=127.0.0.1:0", f"--data_dir={data}", "--extractor=127.0.0.1:1",
             f"--cache_mb={CACHE_MB}"], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        for line in self.process.stdout:
            found = re.search(r'"message":"listening","address":"([^"]+)"', line)
            if found:
                self.address = found.group(1)
                break
        else:
            sys.exit("annals-query does not listen")
        self.start = time.monotonic() - begin

    def peak_megabytes(self):
        status = pathlib.Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.search(r"VmHWM:\s+(\d+)", status).group(1)) / 1024

    def stop(self):
        self.process.terminate()
        self.process.communicate()


def measure(build, work, entities, edges):
    figures = Figures()
    figures.add(run(f"{build}/tests/query_store_speed", work, f"{work}/postgres", entities, edges, QUERIES))
    service = Service(build, f"{work}/index")
    try:
        figures.add(run(f"{build}/tests/query_grpc_speed", service.address, entities, edges, QUERIES))
        figures.add(f"service start\tindex\t{service.start}\nservice memory\tindex\t{service.peak_megabytes()}")
    finally:
        service.stop()
    figures.add(run(f"{build}/tests/query_follow_speed", f"{work}/follow", entities, edges))
    return figures


def print_measured(figures):
    print(f"{'':28}" + "".join(f"{store:>20}" for store in STORES))
    for figure, stores in figures.of.items():
        if not any(store in stores for store in STORES):
            continue
        cells = []
        for store in STORES:
            numbers = stores.get(store)
            if not numbers:
                cells.append("")
            elif len(numbers) == 3:
                cells.append(f"{numbers[0]:.1f} / {numbers[1]:.1f} µs")
            else:
                cells.append(f"{numbers[0]:,.2f}")
        print(f"{figure:28}" + "".join(f"{cell:>20}" for cell in cells))
    for figure in ("grpc, one at a time", "grpc, throughput"):
        for what, numbers in figures.of[figure].items():
            print(f"{figure:28}{what:>20}{' / '.join(f'{number:,.1f}' for number in numbers[:2]):>20}")


def print_goals(figures):
    """Each figure to reach as a ratio or a value, and whether it is reached."""
    value = figures.value
    echo, timeline = figures.of["grpc, one at a time"]["echo"], figures.of["grpc, one at a time"]["timeline of 50"]
    through = {name: numbers[0] for name, numbers in figures.of["grpc, throughput"].items()}

    def ratio(figure, ours, theirs, at=0):
        return value(figure, ours, at) / value(figure, theirs, at)

    goals = [("path of 4 hops, p99, ms", value("path of 4 hops", at=1), "<=", 50_000, 1e-3)] if value("path of 4 hops") else []
    for figure in ("timeline of 50", "1 hop in a year"):
        goals.append((f"{figure}: p50 to the prototype's", ratio(figure, "index", "prototype"), "<=", 2, 1))
    for figure in ("timeline of 50", "1 hop in a year", "1 hop with names"):
        goals.append((f"{figure}: PostgreSQL's p50 to ours", ratio(figure, "postgresql", "index"), ">=", 3, 1))
    goals += [
        ("whole timeline of 50: PostgreSQL's p50 to ours", ratio("whole timeline of 50", "postgresql", "index"), ">=", 3, 1),
        ("2 hops, 1000 edges: p99 to PostgreSQL's", ratio("2 hops, 1000 edges", "index", "postgresql", 1), "<=", 0.5, 1),
        ("2 hops with names: p99 to PostgreSQL's", ratio("2 hops with names", "index", "postgresql", 1), "<=", 0.5, 1),
        ("timeline over gRPC: p50 to the echo's", timeline[0] / echo[0], "<=", 1.5, 1),
        ("timeline over gRPC: throughput to the echo's", through["timeline of 50"] / through["echo"], ">=", 0.5, 1),
        ("size to PostgreSQL's", ratio("size", "index", "postgresql"), "<=", 0.2, 1),
        ("memory of the service, MB", value("service memory"), "<=", 1000, 1),
        ("opening the index, s", value("open"), "<=", 2, 1),
        ("events followed a second", value("follow"), ">=", 20000, 1),
        ("lag at 500 articles a second, p99, s", value("lag at 500 articles a second", at=1), "<=", 1e6, 1e-6),
    ]
    print(f"\n{'figure':52}{'measured':>12}{'to reach':>12}")
    for name, measured, sign, wanted, unit in goals:
        reached = measured <= wanted if sign == "<=" else measured >= wanted
        print(f"{name:52}{measured * unit:12,.3f}{sign:>5} {wanted * unit:<7,g}{'' if reached else '  missed'}")


def main():
    build, work, entities, edges = sys.argv[1:5]
    figures = measure(build, work, entities, edges)
    print(f"{entities} entities, {edges} edges; p50 / p99; sizes in MB, loads in s\n")
    print_measured(figures)
    print_goals(figures)


if __name__ == "__main__":
    main()
