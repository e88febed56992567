"""What a bot loads and reads when it starts, loaded and read once: processes of a storm are forked from here.

Imported by nobody but the process that forks (``program.FORKING``), which imports it for what that does.
"""

import functools

from bot import app
from bot.content import wording

app.understanding = functools.cache(app.understanding)  # what is made of the content is the same in every process
app.make_turns(wording.Wording())
