import psycopg
import pytest

from tests.support import postgres

pytestmark = pytest.mark.postgres


@pytest.fixture(scope="module")
def server() -> str:
    return postgres.postgres_url()


def names(server: str) -> set[str]:
    with psycopg.connect(server) as connection:
        return {name for (name,) in connection.execute("SELECT datname FROM pg_database")}


def test_each_test_has_a_database_of_its_own_which_is_dropped_with_its_connections(server: str) -> None:
    with postgres.database() as first, postgres.database() as second:
        with psycopg.connect(first, autocommit=True) as connection:
            connection.execute("CREATE TABLE kept (id int)")
            mine = connection.info.dbname
        left_open = psycopg.connect(second)
        with left_open.cursor() as cursor:
            cursor.execute("SELECT to_regclass('kept')")
            assert cursor.fetchone() == (None,)
        assert mine in names(server)
    with pytest.raises(psycopg.OperationalError):
        left_open.execute("SELECT 1")
    left_open.close()
    assert mine not in names(server)


def test_a_database_can_be_copied_from_a_prepared_one() -> None:
    with postgres.database() as prepared:
        with psycopg.connect(prepared, autocommit=True) as connection:
            connection.execute("CREATE TABLE prepared (id int)")
            template = connection.info.dbname
        with postgres.database(template) as copy, psycopg.connect(copy) as connection:
            assert connection.execute("SELECT count(*) FROM prepared").fetchone() == (0,)


def test_without_a_server_a_test_is_skipped_by_hand_and_fails_in_ci(monkeypatch: pytest.MonkeyPatch) -> None:
    def unavailable() -> str:
        raise postgres.UnavailableError("nothing here")

    monkeypatch.delenv(postgres.VARIABLE, raising=False)
    monkeypatch.setattr(postgres, "_throwaway_url", unavailable)
    monkeypatch.delenv("CI", raising=False)
    with pytest.raises(pytest.skip.Exception, match="needs PostgreSQL: nothing here"):
        postgres.postgres_url()
    monkeypatch.setenv("CI", "true")
    with pytest.raises(pytest.fail.Exception, match="needs PostgreSQL: nothing here"):
        postgres.postgres_url()
