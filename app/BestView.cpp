#include "app/BestView.h"

namespace horo::app {

std::string bestView(const Object& object) {
    switch (object.kind()) {
        case Kind::Hierarchy:
            return "tree";
        case Kind::Embedding: {
            const auto embedding = object.as<Embedding>();
            if (embedding->manifold.isHyperbolic()) return "disk";
            // Two of many columns say little: their rows are read, and a projection is looked at.
            if (embedding->columns() > 3) return "table";
            return embedding->columns() == 3 ? "space" : "scatter";
        }
        case Kind::Table:
            return "table";
        case Kind::Text:
        case Kind::Segmentation:
            return "text";
        default:
            return {};
    }
}

}  // namespace horo::app
