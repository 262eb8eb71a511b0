"""What a module's source reaches for: the full dotted names that it imports, by whatever way, or makes use of."""

import ast
import builtins
from collections.abc import Iterator

IMPORTERS = {"importlib.import_module", "builtins.__import__", "__import__"}


def is_within(name: str, package: str) -> bool:
    return name == package or name.startswith(f"{package}.")


def aliases(tree: ast.AST) -> dict[str, str]:
    """Full name of everything imported, by the name it has in the module."""
    found = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for each in node.names:
                root = each.name.partition(".")[0]
                found[each.asname or root] = each.name if each.asname else root
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {each.asname or each.name: f"{node.module}.{each.name}" for each in node.names}
    return found


def imports(tree: ast.AST) -> set[str]:
    """Dotted names a module imports, anywhere in it; `from a import b` counts as `a.b`, `import_module("a")` as `a`."""
    named = {each.name for node in ast.walk(tree) if isinstance(node, ast.Import) for each in node.names}
    spoken = {text for name, call in calls(tree) if name in IMPORTERS for text in literals(call)}
    return named | set(aliases(tree).values()) | spoken


def uses(tree: ast.AST) -> set[str]:
    """Dotted names in a module's expressions, spelled out in full where their beginning was imported; a dot comes
    first where it is the module's own."""
    known = aliases(tree)
    return {dotted(node, known) for node in ast.walk(tree) if isinstance(node, ast.Name | ast.Attribute)}


def calls(tree: ast.AST) -> Iterator[tuple[str, ast.Call]]:
    """Every call, with the full name of what is called."""
    known = aliases(tree)
    yield from ((dotted(node.func, known), node) for node in ast.walk(tree) if isinstance(node, ast.Call))


def literals(call: ast.Call) -> set[str]:
    """Texts given to a call as they stand."""
    given = [*call.args, *(keyword.value for keyword in call.keywords)]
    return {node.value for node in given if isinstance(node, ast.Constant) and isinstance(node.value, str)}


def dotted(node: ast.AST, known: dict[str, str]) -> str:
    """`a.b.c` in full; what is neither a name nor a part of one counts as nothing."""
    if isinstance(node, ast.Attribute):
        return f"{dotted(node.value, known)}.{node.attr}"
    if isinstance(node, ast.Name):
        return known.get(node.id) or (node.id if hasattr(builtins, node.id) else f".{node.id}")
    return ""
