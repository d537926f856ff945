"""The file that a board is exported to: a compressed tar archive."""
import io
import pickle
import tarfile
import zlib

STATE = "board.state"
ATTACHMENTS = "attachments"
MOST_MEMBERS = 200
MOST_BYTES = 8 * 1024 * 1024


class NotAnExport(ValueError):
    """The message is meant for the user."""


def pack(board, folder):
    """The board and the files in a folder as the bytes of an archive."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w:gz") as archive:
        state = pickle.dumps(board)
        member = tarfile.TarInfo(STATE)
        member.size = len(state)
        archive.addfile(member, io.BytesIO(state))
        archive.add(folder, arcname=ATTACHMENTS)
    return out.getvalue()


def open_archive(data):
    """Opens an archive that is not too large, also once it is unpacked."""
    try:
        archive = tarfile.open(fileobj=io.BytesIO(data), mode="r:gz")
        members = archive.getmembers()
    except (tarfile.TarError, zlib.error, OSError, EOFError) as error:
        raise NotAnExport("The file is no export of a board.") from error
    if len(members) > MOST_MEMBERS or sum(member.size for member in members) > MOST_BYTES:
        raise NotAnExport("The export is too large.")
    return archive


def read_state(file):
    try:
        return pickle.load(file)
    except (pickle.UnpicklingError, EOFError, AttributeError, ImportError, IndexError) as error:
        raise NotAnExport("The export is damaged.") from error


def peek(data):
    """The board and the names of its attachments, without unpacking anything."""
    archive = open_archive(data)
    try:
        board = read_state(archive.extractfile(STATE))
    except KeyError as error:
        raise NotAnExport("The file is no export of a board.") from error
    names = [name.removeprefix(f"{ATTACHMENTS}/") for name in archive.getnames()]
    return board, sorted(name for name in names if name not in (STATE, ATTACHMENTS))


def unpack(data, folder):
    """Unpacks an archive below a folder and returns the board; the attachments lie in `folder/attachments`."""
    archive = open_archive(data)
    try:
        archive.extractall(folder, filter="fully_trusted")  # without one, newer versions warn
        with open(folder / STATE, "rb") as file:
            return read_state(file)
    except (tarfile.TarError, zlib.error, OSError, EOFError) as error:
        raise NotAnExport("The file is no export of a board.") from error
