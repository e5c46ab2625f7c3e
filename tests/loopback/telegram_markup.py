"""How the Bot API reads markup: what is left of a text, or why it cannot be read."""

import html
import re

from tests.loopback.telegram_spec import bad

_TAG = re.compile(r"<(/?)([a-zA-Z0-9-]*)([^<>]*)>")
_STYLES = "b strong i em u ins s strike del code pre a tg-spoiler span blockquote tg-emoji"
_RESERVED = re.compile(r"(?<!\\)([.!#+=|{}>-])")
_ESCAPED = re.compile(r"\\(.)")
_PAIRED = re.compile(r"(?<!\\)[*_~`]")


def read(text: str, mode: str) -> str:
    """Return a text as people read it; refuse what the API refuses."""
    if mode == "HTML":
        return _html(text)
    if mode == "MarkdownV2":
        return _markdown(text)
    raise bad("unsupported parse_mode")


def _html(text: str) -> str:
    open_tags: list[str] = []
    for tag in _TAG.finditer(text):
        place = len(text[: tag.start()].encode())
        closing, name = tag[1], tag[2].lower()
        if not closing:
            if name not in _STYLES.split():
                raise _unreadable(f'Unsupported start tag "{name}" at byte offset {place}')
            open_tags.append(name)
        elif not open_tags:
            raise _unreadable(f"Unexpected end tag at byte offset {place}")
        elif (last := open_tags.pop()) != name:
            found = f'expected "</{last}>", found "</{name}>"'
            raise _unreadable(f"Unmatched end tag at byte offset {place}, {found}")
    if open_tags:
        raise _unreadable(f'Can\'t find end tag corresponding to start tag "{open_tags[-1]}"')
    left = _TAG.sub("", text)
    if "<" in left:
        raise _unreadable(f"Unclosed start tag at byte offset {len(left.partition('<')[0])}")
    return html.unescape(left)


def _markdown(text: str) -> str:
    reserved = _RESERVED.search(text)
    if reserved is not None:
        raise _unreadable(
            f"Character '{reserved[1]}' is reserved and must be escaped with the preceding '\\'"
        )
    signs = _PAIRED.findall(text)
    odd = next((sign for sign in signs if signs.count(sign) % 2), None)
    if odd is not None:
        raise _unreadable(f"Can't find end of the entity starting with {odd}")
    return _ESCAPED.sub(r"\1", _PAIRED.sub("", text))


def _unreadable(why: str) -> Exception:
    return bad(f"can't parse entities: {why}")
