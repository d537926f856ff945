"""Rooms and reservations."""
import hashlib
import re
import sqlite3

from flask import Blueprint, g, jsonify, request

from .database import get_database
from .signin import signed_in

blueprint = Blueprint("rooms", __name__)

SORT_ORDERS = {"day": "day, hour", "room": "room, day, hour", "newest": "reservations.id DESC"}
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


@blueprint.get("/rooms")
@signed_in
def list_rooms():
    ids = [part for part in request.args.get("ids", "").split(",") if part.isdecimal()]
    query = "SELECT id, name, seats FROM rooms"
    if ids:
        query += f" WHERE id IN ({', '.join('?' for _ in ids)})"
    rooms = [dict(row) for row in get_database().execute(query, ids)]
    response = jsonify(rooms)
    response.set_etag(hashlib.sha1(response.get_data()).hexdigest())
    return response.make_conditional(request)


@blueprint.get("/reservations")
@signed_in
def list_reservations():
    order = SORT_ORDERS.get(request.args.get("sort", "day"), SORT_ORDERS["day"])
    rows = get_database().execute(
        "SELECT reservations.id, rooms.name AS room, day, hour FROM reservations "
        f"JOIN rooms ON rooms.id = room_id WHERE account_id = ? ORDER BY {order}",
        (g.account.id,),
    )
    return jsonify([dict(row) for row in rows])


@blueprint.post("/reservations")
@signed_in
def reserve():
    body = request.get_json(silent=True) or {}
    day, hour, room = str(body.get("day", "")), body.get("hour"), body.get("room")
    if not DAY.fullmatch(day) or hour not in range(7, 21) or room not in (1, 2, 3):
        return jsonify(error="Name a room, a day and an hour from 7 to 20."), 400
    try:
        with get_database() as database:
            cursor = database.execute(
                "INSERT INTO reservations (account_id, room_id, day, hour) VALUES (?, ?, ?, ?)",
                (g.account.id, room, day, hour),
            )
    except sqlite3.IntegrityError:
        return jsonify(error="Somebody else has the room at that hour."), 409
    return jsonify(id=cursor.lastrowid), 201
