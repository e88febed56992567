"""Text that may hold the few tags a chat knows, kept apart from text that a person typed."""

import html


class Html(str):
    """Text that is already safe to show: its ``<``, ``>`` and ``&`` are ours."""

    __slots__ = ()


def escape(text: object) -> Html:
    """Make any text safe to show; what is safe already stays as it is."""
    return text if isinstance(text, Html) else Html(html.escape(str(text), quote=False))
