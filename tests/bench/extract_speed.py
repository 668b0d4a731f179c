"""Runs annals-extract and cppjieba's tagger in turn and prints what they cost (see extract_speed.sh).

Speeds are the best of the rounds by the wall clock, each program measuring itself without its start; `cpu` is the same by the
processor's time of the whole process less that of its start, which a busy machine disturbs less."""
import os
import pathlib
import random
import subprocess
import sys
import time

import speed_corpus

ROUNDS = 3
KILOBYTE = 1000


class Run:
    """One process to its end: seconds, processor seconds, peak memory in MB and the MB/s it measured itself."""

    def __init__(self, *command):
        begin = time.monotonic()
        process = subprocess.Popen([str(part) for part in command], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        said = process.stderr.read()
        _, status, used = os.wait4(process.pid, 0)
        if status != 0:
            sys.exit(f"{command}: status {status}\n{said}")
        self.wall = time.monotonic() - begin
        self.cpu = used.ru_utime + used.ru_stime
        self.memory = used.ru_maxrss / 1024
        self.speed = float(said.split()[-2]) if said.rstrip().endswith("MB/s") else 0.0


class Bench:
    def __init__(self, annals, tagger, dictionary, work, megabytes):
        self.annals, self.tagger, self.dictionary = annals, tagger, dictionary
        self.work, self.megabytes = pathlib.Path(work), float(megabytes)
        self.pool = speed_corpus.sentences()
        self.rng = random.Random(7)

    def extract(self, path, *flags):
        return Run(self.annals, "--threads=1", "--stats", *flags, path)

    def empty(self):
        path = self.work / "empty.jsonl"
        path.write_text("")
        (self.work / "empty.jsonl.txt").write_text("")
        return path

    def compare(self):
        path = self.work / "articles.jsonl"
        size = int(self.megabytes * 1e6)
        total = speed_corpus.write(path, [speed_corpus.text_of(5 * KILOBYTE, self.rng, self.pool) for _ in range(size // 5000)])
        print(f"{len(self.pool)} sentences; {total / 1e6:.1f} MB in articles of 5 kB; {ROUNDS} rounds in turn\n")
        programs = {"annals-extract": lambda p: self.extract(p), "cppjieba tagger": lambda p: Run(self.tagger, self.dictionary, f"{p}.txt")}
        start = {name: min((run(self.empty()) for _ in range(ROUNDS)), key=lambda r: r.cpu) for name, run in programs.items()}
        runs = {name: [] for name in programs}
        for _ in range(ROUNDS):
            for name, run in programs.items():
                runs[name].append(run(path))
        print(f"{'':16} {'MB/s':>7} {'cpu MB/s':>9} {'memory MB':>10} {'start s':>8}")
        best = {}
        for name, done in runs.items():
            cpu = total / 1e6 / (min(r.cpu for r in done) - start[name].cpu)
            best[name] = (max(r.speed for r in done), cpu)
            print(f"{name:16} {best[name][0]:7.2f} {cpu:9.2f} {max(r.memory for r in done):10.0f} {start[name].wall:8.2f}")
        ours, theirs = best.values()
        print(f"{'ratio':16} {ours[0] / theirs[0]:7.2f} {ours[1] / theirs[1]:9.2f}\n")

    def cost(self, path, total, *flags):
        """Processor microseconds for a kilobyte, and memory."""
        idle = min(self.extract(self.empty(), *flags).cpu for _ in range(ROUNDS))
        runs = [self.extract(path, *flags) for _ in range(ROUNDS)]
        return (min(r.cpu for r in runs) - idle) * 1e6 / (total / KILOBYTE), max(r.memory for r in runs)

    def lengths(self):
        print(f"{'length of article':18} {'µs/kB':>7} {'memory MB':>10}   as one sentence: {'µs/kB':>7} {'memory MB':>10}")
        for size in (1, 4, 16, 64, 256, 1024):
            cells = []
            for shape, make in (("text", speed_corpus.text_of), ("sentence", speed_corpus.long_sentence)):
                path = self.work / f"{shape}-{size}.jsonl"
                texts = [make(size * KILOBYTE, self.rng, self.pool) for _ in range(max(2, 2048 // size))]
                cells += self.cost(path, speed_corpus.write(path, texts))
            print(f"{size:15} kB {cells[0]:7.0f} {cells[1]:10.0f} {'':18} {cells[2]:7.0f} {cells[3]:10.0f}")
        print()

    def lexicons(self):
        overlay = self.work / "lexicon-10"
        speed_corpus.grow_lexicon(overlay, 10)
        path = self.work / "lexicon.jsonl"
        total = speed_corpus.write(path, [speed_corpus.text_of(5 * KILOBYTE, self.rng, self.pool) for _ in range(600)])
        print(f"{'lexicon':18} {'µs/kB':>7} {'memory MB':>10} {'start s':>8}")
        for name, flags in (("1", []), ("10", [f"--lexicon_dir={overlay}"])):
            cost, memory = self.cost(path, total, *flags)
            start = min(self.extract(self.empty(), *flags).wall for _ in range(ROUNDS))
            print(f"x {name:16} {cost:7.0f} {memory:10.0f} {start:8.2f}")


def main():
    bench = Bench(*sys.argv[1:6])
    bench.compare()
    bench.lengths()
    bench.lexicons()


if __name__ == "__main__":
    main()
