"""The rules of the source tree, read from the #include lines: proto <- common <- {extractor, query}, never the other way, never
across, never in a circle; gRPC and RocksDB only where they belong; no function longer than a screen or two."""
import pathlib
import re

INCLUDE = re.compile(r'^#include\s+[<"]([^">]+)[">]', re.MULTILINE)
LAYERS = ("common", "extractor", "query")
MAY_INCLUDE = {"common": {"common"}, "extractor": {"common", "extractor"}, "query": {"common", "query"}}

# Folders and files that may see gRPC. Everything else is called by them and knows nothing of it.
GRPC_ALLOWED = ("common/server/", "extractor/service/", "extractor/annals_extractor", "extractor/tools/submit_articles.cc",
                "extractor/tools/annals_backup.cc",
                "query/service/", "query/follower/extractor_source", "query/annals_query", "query/tools/query_client.cc")
GRPC = re.compile(r"^grpc|\.grpc\.pb\.h$")
ROCKSDB_ALLOWED = ("common/storage/", "extractor/journal/", "query/index/")
ROCKSDB = re.compile(r"^rocksdb/")
# The extraction folds script with tables made while building; queries fold the few names of a request.
OPENCC_ALLOWED = ("common/names/",)
OPENCC = re.compile(r"^opencc")
# Behind common/jetstream nobody knows which servers hold a replicated journal.
NATS_ALLOWED = ("common/jetstream/",)
NATS = re.compile(r"^nats/")

LONGEST_FUNCTION = 80


def sources(root):
    return sorted(path for layer in LAYERS for path in (root / layer).rglob("*") if path.suffix in (".h", ".cc"))


def read_includes(root):
    """Path of each source to the paths it includes, both relative to the root."""
    return {str(path.relative_to(root)): INCLUDE.findall(path.read_text(encoding="utf-8")) for path in sources(root)}


def layer_violations(includes):
    for path, targets in includes.items():
        allowed = MAY_INCLUDE[path.split("/")[0]]
        for target in targets:
            layer = target.split("/")[0]
            if layer in LAYERS and layer not in allowed:
                yield f"{path} includes {target}: {path.split('/')[0]} must not know {layer}"


def platform_violations(includes):
    for path, targets in includes.items():
        for target in targets:
            if GRPC.search(target) and not path.startswith(GRPC_ALLOWED):
                yield f"{path} includes {target}: gRPC belongs to the services"
            if ROCKSDB.search(target) and not path.startswith(ROCKSDB_ALLOWED):
                yield f"{path} includes {target}: only the journal and the index see RocksDB"
            if OPENCC.search(target) and not path.startswith(OPENCC_ALLOWED):
                yield f"{path} includes {target}: OpenCC is for the build, the tests and names in queries"
            if NATS.search(target) and not path.startswith(NATS_ALLOWED):
                yield f"{path} includes {target}: NATS belongs to common/jetstream"


def cycles(includes):
    """Each circle of includes once, as a list of paths."""
    state, stack, found = {}, [], []

    def visit(path):
        state[path] = "open"
        stack.append(path)
        for target in includes.get(path, ()):
            if state.get(target) == "open":
                found.append(stack[stack.index(target):] + [target])
            elif target in includes and target not in state:
                visit(target)
        stack.pop()
        state[path] = "closed"

    for path in includes:
        if path not in state:
            visit(path)
    return found


def statement_begin(lines, number):
    """The first line of the statement that line `number` ends: a constructor's initialisers stand below its name."""
    while number > 1 and lines[number - 2].strip() and not re.search(r"[;{}:]\s*$|//", lines[number - 2]):
        number -= 1
    return number


def function_lengths(text):
    """(first line, length) of every function body at namespace or class level in formatted code: a line that ends with '{' and holds
    a parameter list opens it, the '}' in the column where its statement begins closes it. Namespaces, classes and enums are entered, not measured."""
    opened = {}
    lines = text.splitlines()
    for number, line in enumerate(lines, 1):
        column = len(line) - len(line.lstrip())
        if line.strip().startswith("}") and column in opened:
            start = opened.pop(column)
            yield start, number - start + 1
        is_function = line.rstrip().endswith("{") and ("(" in line or ")" in line) and not opened
        if is_function and not re.match(r"\s*(namespace|class|struct|enum|extern|constexpr|const|static const)\b", line):
            begin = lines[statement_begin(lines, number) - 1]
            opened[len(begin) - len(begin.lstrip())] = number


def length_violations(root):
    for path in sources(root):
        text = path.read_text(encoding="utf-8")
        for start, length in function_lengths(text):
            if length > LONGEST_FUNCTION:
                yield f"{path.relative_to(root)}:{start}: a function of {length} lines"


def violations(root):
    includes = read_includes(root)
    found = list(layer_violations(includes)) + list(platform_violations(includes)) + list(length_violations(root))
    return found + ["includes in a circle: " + " -> ".join(cycle) for cycle in cycles(includes)]
