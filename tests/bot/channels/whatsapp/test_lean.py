import subprocess
import sys

import pytest

LEAN = "import sys, {module}; sys.exit(','.join({{'aiohttp', 'aiogram'}} & {{*sys.modules}}) or 0)"


@pytest.mark.parametrize(
    "module", ["bot.asgi", "bot.channels.whatsapp.serving", "bot.channels.whatsapp.webhook"]
)
def test_pages_are_served_before_the_client_of_whatsapp_is_imported(module: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", LEAN.format(module=module)],
        capture_output=True,
        check=False,
        text=True,
        timeout=60,
    )

    assert (done.returncode, done.stderr) == (0, "")


def test_without_its_settings_nothing_of_whatsapp_is_imported() -> None:
    code = "import sys, bot.asgi; sys.exit('bot.channels.whatsapp.webhook' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], check=False, timeout=60)

    assert done.returncode == 0
