"""``sameside check``: looks at settings, content and database before a start, and changes none of them."""

from collections.abc import Callable, Iterator

from bot import flows
from bot.content import (
    case_rules,
    example,
    explainers,
    history_words,
    loader,
    questions,
    recognition,
    rehearsals,
    scripts,
    speech,
    visit_words,
    wording,
    words_requests,
)
from bot.domain import errors
from bot.settings import Settings
from bot.storage import database, schema
from bot.understanding import reader


def check(chosen: Settings, understand: Callable[[str], reader.Understanding]) -> Iterator[str]:
    """Say what is in order, a line each.

    Raises:
        OperatorError: the first thing that is not.

    """
    yield "settings: in order" + (
        "" if chosen.telegram_token else " (no TELEGRAM_TOKEN: only the demo can run)"
    )
    for language in loader.languages():
        words = wording.Wording(language)
        words.check()
        flows.make_catalogue(words)
        understand(language)
        recognition.load_urgent_numbers(language)
        example.load(language)
        questions.load_bank(language)
        case_rules.load_case_rules(language)
        visit_words.load(language)
        scripts.load_scripts(language)
        explainers.load_explainers(language)
        words_requests.load(language)
        history_words.load(language)
        rehearsals.load_rehearsals(language)
        speech.load(language)
        yield f"content {language}: in order"
    yield _database(chosen)


def _database(chosen: Settings) -> str:
    store = database.Database(chosen.database_url)
    if not store.exists():
        return "database: none yet, it is made at the first start"
    try:
        with store.read() as connection:
            found = schema.current(connection)
            schema.check_not_newer(found)
    except database.UnavailableError as problem:
        raise errors.OperatorError(
            "The database does not answer; check that it runs and SAMESIDE_DATABASE_URL."
        ) from problem
    finally:
        store.close()
    ready = "in order" if found == schema.head() else "will be brought up to date at the next start"
    return f"database: {ready}"
