# docker build -f src/Scraper/.dockerfile -t scraper . && docker run -v scraper:/var/lib/scraper -v ./my-sites:/etc/scraper/sites:ro scraper
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
COPY . .
RUN dotnet publish src/Scraper -c Release -o /app

FROM mcr.microsoft.com/dotnet/aspnet:10.0
COPY --from=build /app /usr/lib/scraper
RUN ln -s /usr/lib/scraper/scraper /usr/bin/scraper \
    && useradd --system --user-group --no-create-home --home-dir /var/lib/scraper scraper \
    && install -d -o scraper -g scraper /var/lib/scraper /etc/scraper/sites
ENV SCRAPER__Store=/var/lib/scraper/scraper.db SCRAPER__Sites=/etc/scraper/sites
USER scraper
WORKDIR /var/lib/scraper
VOLUME /var/lib/scraper
STOPSIGNAL SIGTERM
ENTRYPOINT ["scraper"]
CMD ["run", "--service"]
