"""The desk of the intake staff: the queue and the cases, for whoever may see them."""

from fastapi import APIRouter

from bot.desk.accounts import one_time_login
from bot.desk.alarms import Alarms
from bot.desk.attachments import Attachments
from bot.desk.cases import Cases
from bot.desk.entrance import Entrance
from bot.desk.files import static_file
from bot.desk.filling import FillingIn
from bot.desk.guard import Guard
from bot.desk.handling import Handling
from bot.desk.pages import Pages
from bot.desk.queue_pages import QueuePages
from bot.desk.watching import Watching
from bot.parts import Parts

__all__ = ["one_time_login", "router"]


def router(parts: Parts) -> APIRouter:
    """Return every page of the desk; none of them is part of the public description of the API."""
    guard, pages = Guard(parts), Pages(parts)
    entrance, cases = Entrance(parts, guard, pages), Cases(parts, pages)
    handling, watching = Handling(parts, cases), Watching(parts, guard.logins)
    queue = QueuePages(parts, pages)
    filling = FillingIn(parts, cases)
    alarms = Alarms(parts, pages, guard.logins)
    files = Attachments(parts, pages, cases)
    desk = APIRouter(prefix="/desk", include_in_schema=False)
    everyone = {
        ("GET", "/static/{name}"): static_file,
        ("GET", "/inloggen"): entrance.login_page,
        ("POST", "/inloggen"): entrance.log_in,
        ("POST", "/uitloggen"): entrance.log_out,
        ("GET", "/eenmalig/{token}"): entrance.link_page,
        ("POST", "/eenmalig/{token}"): entrance.use_link,
    }
    staff = {
        ("GET", ""): queue.queue,
        ("POST", "/zoeken"): queue.search,
        ("GET", "/nieuws"): watching.queue,
        ("GET", "/alarmen"): alarms.all,
        ("GET", "/alarmen/nieuws"): alarms.stream,
        ("POST", "/alarmen/{alarm}/gezien"): alarms.seen,
        ("GET", "/wachtwoord"): entrance.password_page,
        ("POST", "/wachtwoord"): entrance.choose_password,
        ("GET", "/zaak/{case}"): cases.case,
        ("POST", "/zaak/{case}/overnemen"): handling.take,
        ("POST", "/zaak/{case}/antwoord"): handling.reply,
        ("POST", "/zaak/{case}/teruggeven"): handling.give_back,
        ("POST", "/zaak/{case}/sluiten"): handling.close,
        ("GET", "/zaak/{case}/invullen"): filling.sheet,
        ("POST", "/zaak/{case}/invullen"): filling.fill,
        ("POST", "/zaak/{case}/vraag"): filling.ask,
        ("POST", "/zaak/{case}/dossier"): filling.add,
        ("POST", "/zaak/{case}/bevestiging"): filling.confirm,
        ("GET", "/zaak/{case}/nieuws"): watching.stream,
        ("GET", "/zaak/{case}/bestand/{file}"): files.download,
        ("GET", "/zaak/{case}/bestand/{file}/bekijk"): files.look,
        ("GET", "/zaak/{case}/afdruk"): cases.paper,
        ("GET", "/zaak/{case}/samenvatting.json"): cases.as_json,
        ("GET", "/zaak/{case}/samenvatting.html"): cases.as_html,
        ("GET", "/zaak/{case}/samenvatting.pdf"): cases.as_pdf,
        ("GET", "/zaak/{case}/schadestaat.csv"): cases.as_csv,
        ("GET", "/zaak/{case}/termijnen.ics"): cases.as_calendar,
        ("GET", "/{rest:path}"): cases.nothing,
    }
    for (method, path), page in everyone.items():
        desk.add_api_route(path, guard.everyone(page), methods=[method])
    for (method, path), staff_page in staff.items():
        desk.add_api_route(path, guard.staff(staff_page), methods=[method])
    return desk
