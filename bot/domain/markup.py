"""Text that may hold the few tags a chat knows, kept apart from text that a person typed."""

import html
import re

TAG = re.compile(r"</?[a-z][^>]*>")


class Html(str):
    """Text that is already safe to show: its ``<``, ``>`` and ``&`` are ours."""

    __slots__ = ()


def plain(text: str) -> str:
    """Give text as it is shown where no tags are known (a button, a file): safe text loses them, other text is kept."""
    return html.unescape(TAG.sub("", text)) if isinstance(text, Html) else text


def escape(text: object) -> Html:
    """Make any text safe to show; what is safe already stays as it is."""
    return text if isinstance(text, Html) else Html(html.escape(str(text), quote=False))
