"""Pages to read: what is explained, and what happens with what people tell."""

from collections.abc import Iterable

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from bot.channels.web.guard import Refused
from bot.channels.web.headers import framed_by
from bot.channels.web.pages import Pages
from bot.sentences.articles import FullArticle
from bot.settings import Settings

# Nothing in these pages is about a person, and they change with a new version only.
_KEPT = {"cache-control": "public, max-age=300"}


class Reading:
    """The public pages beside the conversation."""

    def __init__(self, pages: Pages, articles: Iterable[FullArticle], settings: Settings) -> None:
        """Show these articles."""
        self._pages = pages
        self._articles = {article.slug: article for article in articles}
        self._settings = settings
        self._headers = {**framed_by(settings.embed_sites), **_KEPT}

    async def subjects(self, _: Request) -> Response:
        """List what is explained."""
        return self._shown("subjects.html", articles=tuple(self._articles.values()))

    async def article(self, request: Request) -> Response:
        """Show one explanation, with where it comes from and when it was checked."""
        article = self._articles.get(request.path_params["slug"])
        if article is None:
            raise Refused(404, "pagina.fout.niet_gevonden")
        # The articles are files of this program, so their markup is our own.
        body = Markup(article.html)  # noqa: S704
        return self._shown("article.html", article=article, body=body)

    async def privacy(self, _: Request) -> Response:
        """Tell what is kept, by whom, for how long, and what people can do."""
        return self._shown(
            "privacy.html",
            onafgemaakt=self._settings.retention_unfinished_days,
            afgesloten=self._settings.retention_closed_days,
        )

    def _shown(self, template: str, **values: object) -> Response:
        return HTMLResponse(self._pages.page(template, **values), headers=self._headers)
