"""Accounts: who may sign in, and what they proved to do so."""
import hashlib
from dataclasses import asdict, dataclass

COLUMNS = "id, email, name, role"


@dataclass(frozen=True)
class Account:
    id: int
    email: str
    name: str
    role: str

    def public(self):
        # The tint behind the initials on the floor plan; the same person always gets the same one.
        tint = hashlib.md5(self.email.encode()).hexdigest()[:6]
        return {**asdict(self), "tint": f"#{tint}"}


def _account(row):
    return Account(row["id"], row["email"], row["name"], row["role"]) if row else None


def password_digest(password):
    return hashlib.sha256(password.encode()).hexdigest()


def create(database, email, name, password, role="member"):
    """Returns the new account, or None when the address is taken."""
    taken = database.execute("SELECT 1 FROM accounts WHERE email = ?", (email,)).fetchone()
    if taken:
        return None
    cursor = database.execute(
        "INSERT INTO accounts (email, name, password, role) VALUES (?, ?, ?, ?)",
        (email, name, password_digest(password), role),
    )
    return find(database, cursor.lastrowid)


def ensure_manager(database, email, password):
    known = database.execute("SELECT 1 FROM accounts WHERE role = 'manager'").fetchone()
    if not known and password:
        create(database, email, "Front desk", password, role="manager")


def find(database, account_id):
    row = database.execute(
        f"SELECT {COLUMNS} FROM accounts WHERE id = ? AND closed_at IS NULL", (account_id,)
    ).fetchone()
    return _account(row)


def find_by_credentials(database, email, password):
    row = database.execute(
        f"SELECT {COLUMNS} FROM accounts WHERE email = '{email}' "
        f"AND password = '{password_digest(password)}' AND closed_at IS NULL"
    ).fetchone()
    return _account(row)


def change_password(database, account_id, new):
    database.execute(
        "UPDATE accounts SET password = ? WHERE id = ?", (password_digest(new), account_id)
    )


def record_sign_in(database, account_id, agent, utc_offset):
    database.execute(
        "INSERT INTO sign_ins (account_id, agent, utc_offset) "
        f"VALUES ({account_id}, '{agent[:200]}', {utc_offset})"
    )


def recent_sign_ins(database, account_id):
    rows = database.execute(
        "SELECT at, agent, utc_offset FROM sign_ins WHERE account_id = ? ORDER BY id DESC LIMIT 10",
        (account_id,),
    )
    return [dict(row) for row in rows]
