"""What stands on a button, or is typed instead of it, is an answer and never an alarm."""

from bot.sentences.articles import articles
from bot.sentences.words import words
from dialogs.knowledge import Article, find
from dialogs.safety import alarms, beside, remark

TEXTS = words()
ARTICLES = tuple(Article(each.slug, each.titel, each.namen) for each in articles("nl", TEXTS))
# The names of answers stand in the overview: nobody types them.
WORDS = [
    (key, word)
    for key, words in TEXTS.vocabulary().items()
    for word in words
    if not key.endswith(".kort")
]


def test_no_word_of_a_button_or_command_sets_an_alarm_off_but_the_one_for_danger() -> None:
    assert {key for key, word in WORDS if alarms(word)} == {"optie.gevaar"}


def test_no_word_of_a_button_or_command_is_taken_for_a_request_or_a_question() -> None:
    assert [(key, word) for key, word in WORDS if remark(word) or beside(word)] == []
    assert [(key, word) for key, word in WORDS if find(word, ARTICLES)] == []
