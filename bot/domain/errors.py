"""Every error of ours, in one place: what the log says and what a person reads are two texts."""


class SamesideError(Exception):
    """The base of all errors raised on purpose."""


class OperatorError(SamesideError):
    """Something the person who runs the bot can mend; the message says in one line how."""


class ContentError(OperatorError):
    """A content file is wrong; names the file, the line and the key.

    Args:
        file: path of the file as the editor knows it.
        line: 1-based line, or 0 where none can be told.
        key: dotted path of the entry, for example ``symptoms.nausea.names``.
        problem: what is wrong and what would be right.

    """

    def __init__(self, file: str, line: int, key: str, problem: str) -> None:
        self.file, self.line, self.key, self.problem = file, line, key, problem
        super().__init__(f"{file}:{line}: {key}: {problem}")
