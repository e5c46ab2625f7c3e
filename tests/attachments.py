"""Made-up files, as short as their kind allows; none of them shows anybody."""

import struct
import zlib


def _chunk(kind: bytes, content: bytes) -> bytes:
    check = zlib.crc32(kind + content)
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", check)


def png(width: int = 40, height: int = 30) -> bytes:
    """Return a picture that browsers show: one grey rectangle."""
    rows = (b"\0" + b"\x80" * width) * height
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    pieces = (_chunk(b"IHDR", head), _chunk(b"IDAT", zlib.compress(rows)), _chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(pieces)


JPEG = b"\xff\xd8\xff\xe1\x00\x18Exif\0\0MM\0*" + b"a letter that nobody wrote " * 40 + b"\xff\xd9"
PNG = png()
WEBP = b"RIFF\x24\0\0\0WEBPVP8 " + b"\0" * 40
HEIC = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + b"\0" * 40
PDF = b"%PDF-1.7\n1 0 obj << >> endobj\n%%EOF"
VOICE = b"OggS\0\2" + b"\0" * 22 + b"OpusHead" + b"\0" * 30
M4A = b"\0\0\0\x20ftypM4A \0\0\0\0M4A mp42isom" + b"\0" * 40
MP3 = b"ID3\4\0\0\0\0\0\0" + b"\0" * 50
KEPT = {
    "image/jpeg": JPEG,
    "image/png": PNG,
    "image/webp": WEBP,
    "image/heic": HEIC,
    "application/pdf": PDF,
    "audio/ogg": VOICE,
    "audio/mp4": M4A,
    "audio/mpeg": MP3,
}
VIDEO = b"\0\0\0\x20ftypisom\0\0\x02\0isomiso2avc1mp41" + b"\0" * 40
# Whatever they are called: these run, or open something that runs.
REFUSED = {
    "page": b"<!doctype html><script>alert(1)</script>",
    "picture with a script": b"<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>",
    "program": b"MZ" + b"\0" * 100,
    "archive": b"PK\3\4" + b"\0" * 60,
    "words": b"Geachte heer of mevrouw,",
}
