"""Draws every flow from its declarations: ``python -m tests.support.diagram > docs/flows.md``."""

from bot import flows
from bot.engine import flow
from bot.flows.turn import Turn

HEAD = """# Flows

Drawn from the declarations in `bot/flows/` by `python -m tests.support.diagram > docs/flows.md`; a test holds it to
them. Boxes are questions, round ends are the end, rounded boxes are other flows. A dotted arrow is
Skip. Back, Stop, Help and urgent help are everywhere and not drawn.
"""


def drawn(each: flow.Flow[Turn]) -> str:
    """Draw one flow as a Mermaid diagram."""
    lines = [f"## {each.name}", "", "```mermaid", "flowchart LR", "  start((start))"]
    lines += [f"  start --> {_box(each, to)}" for to in each.to]
    for step in each.steps.values():
        lines += [f"  {_box(each, step.name)} --> {_box(each, to)}" for to in step.to]
        if step.skip:
            lines.append(f"  {_box(each, step.name)} -.-> {_box(each, step.skip)}")
    return "\n".join([*lines, "```", ""])


def _box(each: flow.Flow[Turn], target: str) -> str:
    if target == flow.PLAN_DONE:
        return "ended((end))"
    return f"{target}_step[{target}]" if target in each.steps else f"{target}_flow({target})"


def page() -> str:
    """Draw all flows that ask something."""
    asking = [each for each in flows.FLOWS if each.steps]
    return "\n".join([HEAD, *(drawn(each) for each in asking)])


if __name__ == "__main__":
    print(page(), end="")
