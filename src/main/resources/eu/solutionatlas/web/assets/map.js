// SPDX-License-Identifier: EUPL-1.2
// Draws the outlines of regions that the operator gave, from what the tiles beside them say of each region.
"use strict";

/** What a tile says of its region. */
function regionOf(tile) {
  const link = tile.querySelector("a");
  return {
    shade: tile.dataset.shade,
    words: link.querySelector(".name").textContent + link.querySelector(".away").textContent,
    href: link.href,
    current: tile.matches(".current, .within"),
  };
}

/** A finished map instead of the empty element; features without a tile on this page are left out. */
function draw(element, outlines, regions) {
  const features = outlines.features.filter((feature) => regions.has(feature.id));
  if (features.length === 0) {
    return;
  }
  element.hidden = false;
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
  ).addTo(map);
  layer.eachLayer((shape) => {
    if (shape.getElement().classList.contains("here")) {
      shape.bringToFront();
    }
  });
  const bounds = layer.getBounds();
  map.fitBounds(bounds, { padding: [8, 8] });
  map.setMinZoom(map.getZoom());
  map.setMaxBounds(bounds.pad(0.5));
}

document.querySelectorAll("[data-outlines]").forEach(async (element) => {
  const regions = new Map();
  element.parentElement.querySelectorAll("[data-code]").forEach((tile) => regions.set(tile.dataset.code, regionOf(tile)));
  const answer = await fetch(element.dataset.outlines);
  if (!answer.ok) {
    throw new Error("The outlines could not be had: " + answer.status);
  }
  draw(element, await answer.json(), regions);
});
