import subprocess
import sys

# The pages first, then the routes of WhatsApp: neither waits for a client.
LOOK = """
import sys
import bot.http.asgi
print(*sorted({"aiohttp", "aiogram", "bot.channels.whatsapp.webhook"} & {*sys.modules}))
import bot.channels.whatsapp.serving
print(*sorted({"aiohttp", "aiogram"} & {*sys.modules}))
"""


def test_pages_are_served_before_anything_of_whatsapp_is_imported() -> None:
    done = subprocess.run(
        [sys.executable, "-c", LOOK], capture_output=True, check=False, text=True, timeout=60
    )

    assert (done.returncode, done.stdout.split(), done.stderr) == (0, [], "")
