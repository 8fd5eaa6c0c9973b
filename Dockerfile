# One image for web, worker and beat; docker-compose.yml says which is which.
FROM python:3.12-slim-bookworm

ENV PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 PIP_NO_CACHE_DIR=1 \
    SOGNI_WEB_VAR=/data BIND=0.0.0.0 PORT=8000

RUN useradd --system --uid 10001 --home-dir /app --shell /usr/sbin/nologin sogni \
 && install -d -o sogni -g sogni -m 0700 /data \
 && install -d -o sogni -g sogni /app
WORKDIR /app

COPY pyproject.toml constraints.txt ./
RUN pip install --quiet --upgrade "pip>=25.1" \
 && pip install --quiet -c constraints.txt --group web

COPY manage.py ./
COPY sogni_web sogni_web
COPY chat chat
COPY media media
COPY teams teams
COPY db db
COPY templates templates
COPY static static

USER sogni
VOLUME /data
EXPOSE 8000
CMD ["python", "-m", "sogni_web.run.web"]
