package eu.solutionatlas.region;

import eu.solutionatlas.region.TileGrid.Place;
import java.util.Collection;

/** A rectangle of a tile grid, its ends included. */
record Box(int west, int east, int north, int south) {

    /** One square of a grid. */
    record Cell(int column, int row) {
        Cell east() {
            return new Cell(column + 1, row);
        }

        Cell south() {
            return new Cell(column, row + 1);
        }
    }

    static Cell cell(Place place) {
        return new Cell(place.column(), place.row());
    }

    /** The smallest that holds all of some places, of which there must be one. */
    static Box of(Collection<Place> places) {
        return new Box(
                places.stream().mapToInt(Place::column).min().orElseThrow(),
                places.stream().mapToInt(Place::column).max().orElseThrow(),
                places.stream().mapToInt(Place::row).min().orElseThrow(),
                places.stream().mapToInt(Place::row).max().orElseThrow());
    }

    Box wider(int margin) {
        return new Box(west - margin, east + margin, north - margin, south + margin);
    }

    boolean holds(Place place) {
        return place.column() >= west && place.column() <= east && place.row() >= north && place.row() <= south;
    }

    int columns() {
        return east - west + 1;
    }

    int rows() {
        return south - north + 1;
    }
}
