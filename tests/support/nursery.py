"""What the program loads and reads when it starts, loaded and read once: `forking` starts it from here.

Imported by nobody but the process that forks, which imports it for what that does.
"""

import functools

import alembic.command
import psycopg
import sqlalchemy.dialects.postgresql.psycopg
import sqlalchemy.dialects.sqlite

import bot.channels.telegram.live
from bot import app, cli, explaining
from bot.content import wording
from tests.support import journey

LOADED = (alembic.command, psycopg, sqlalchemy.dialects, bot.channels.telegram.live, cli, explaining)
"""What the program would load when it is first needed."""

app.understanding = functools.cache(
    app.understanding
)  # what is made of the content is the same in every process
app.make_turns(wording.Wording())
journey._content()
