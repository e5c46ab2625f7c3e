import pytest

# What the stories are held against tells what differs, as a test does.
pytest.register_assert_rewrite("tests.stories.ending", "tests.stories.teller")
