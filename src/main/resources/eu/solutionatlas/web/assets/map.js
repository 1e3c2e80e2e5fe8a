// SPDX-License-Identifier: EUPL-1.2
// Draws the outlines of regions that the operator gave, from what the tiles beside them say of each region.
"use strict";

/** What a tile says of its region. */
function regionOf(tile) {
  const link = tile.querySelector("a");
  return {
    shade: tile.dataset.shade,
    words: link.querySelector(".name").textContent + " " + link.querySelector(".away").textContent,
    href: link.href,
    current: tile.matches(".current, .within"),
  };
}

/** Fills a figure with a map; features without a tile on this page are left out. */
function draw(figure, outlines, regions) {
  const features = outlines.features.filter((feature) => regions.has(feature.id));
  if (features.length === 0) {
    return;
  }
  figure.hidden = false;
  const element = figure.querySelector(".outlines");
  const map = L.map(element, { attributionControl: false, zoomControl: false, zoomSnap: 0.25, scrollWheelZoom: false });
  L.control.zoom({ zoomInTitle: element.dataset.zoomIn, zoomOutTitle: element.dataset.zoomOut }).addTo(map);
  const layer = L.geoJSON(
    { type: "FeatureCollection", features },
    {
      style: (feature) => {
        const region = regions.get(feature.id);
        return { className: "shade" + region.shade + (region.current ? " here" : "") };
      },
      onEachFeature: (feature, shape) => {
        const region = regions.get(feature.id);
        // A node and not a string, which Leaflet would read as HTML.
        shape.bindTooltip(document.createTextNode(region.words), { sticky: true });
        shape.on("click", () => window.location.assign(region.href));
      },
    },
  );
  const bounds = layer.getBounds();
  // Shapes are drawn only once the map knows what it shows.
  map.fitBounds(bounds, { padding: [8, 8] });
  map.setMinZoom(map.getZoom());
  map.setMaxBounds(bounds.pad(0.5));
  layer.addTo(map);
  layer.eachLayer((shape) => {
    if (shape.getElement().classList.contains("here")) {
      shape.bringToFront();
    }
  });
}

document.querySelectorAll("[data-outlines]").forEach(async (figure) => {
  const regions = new Map();
  figure.parentElement.querySelectorAll("[data-code]").forEach((tile) => regions.set(tile.dataset.code, regionOf(tile)));
  const answer = await fetch(figure.dataset.outlines);
  if (!answer.ok) {
    throw new Error("The outlines could not be had: " + answer.status);
  }
  draw(figure, await answer.json(), regions);
});
