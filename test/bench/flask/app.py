"""The plainest way to do the same in Python: one table that is changed in place, no events, no worker."""

import os
from uuid import uuid4

import psycopg2
from flask import Flask, redirect, render_template, request

app = Flask(__name__)
# Each worker of gunicorn handles one request at a time, and needs one connection.
connection = psycopg2.connect(os.environ["DATABASE_URL"], options=f"-c search_path={os.environ['SEARCH_PATH']}")
connection.autocommit = True


@app.post("/w/<workspace_id>/lists/<list_id>/todos")
def add_todo(workspace_id, list_id):
    with connection.cursor() as cursor:
        cursor.execute(
            "insert into crud_todos (id, list_id, title) values (%s, %s, %s)",
            (str(uuid4()), list_id, request.form["title"]),
        )
    return redirect(f"/w/{workspace_id}/lists/{list_id}", 303)


@app.get("/w/<workspace_id>/lists/<list_id>")
def show_list(workspace_id, list_id):
    with connection.cursor() as cursor:
        cursor.execute(
            """select l.id, l.name, coalesce(t.open, 0), coalesce(t.done, 0)
               from lists l left join list_totals t on t.list_id = l.id where l.id = %s""",
            (list_id,),
        )
        id, name, open, done = cursor.fetchone()
        cursor.execute(
            """select id, title, completed_at from todos
               where list_id = %s and removed_at is null order by sort_order, id limit 101""",
            (list_id,),
        )
        todos = cursor.fetchall()
    return render_template(
        "list.html", workspace_id=workspace_id, id=id, name=name, open=open, done=done, todos=todos, command_id=uuid4()
    )


@app.get("/health/ready")
def ready():
    return "ready"
