# A small image without root: only /app/var may be written, so mount a volume there.
FROM python:3.11-slim AS build
WORKDIR /src
COPY pyproject.toml README.md ./
COPY calc calc
COPY dialogs dialogs
COPY bot bot
COPY locales locales
RUN python -m venv /opt/letselwijzer \
    && /opt/letselwijzer/bin/pip install --no-cache-dir .

FROM python:3.11-slim
RUN useradd --system --uid 10001 --home-dir /app --create-home letselwijzer \
    && mkdir /app/var \
    && chown letselwijzer:letselwijzer /app/var
COPY --from=build /opt/letselwijzer /opt/letselwijzer
WORKDIR /app
USER 10001
ENV PATH="/opt/letselwijzer/bin:$PATH" \
    PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    LW_HOST=0.0.0.0 \
    LW_PORT=8080
VOLUME ["/app/var"]
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s \
    CMD ["python", "-c", "import urllib.request; urllib.request.urlopen('http://127.0.0.1:8080/health/ready', timeout=4)"]
CMD ["letselwijzer", "serve"]
