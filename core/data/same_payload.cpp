#include "core/data/same_payload.h"

#include <algorithm>
#include <cmath>

namespace horo {

namespace {

bool sameNumbers(const Vectors& a, const Vectors& b) {
    if (a.rows() != b.rows() || a.columns() != b.columns() || a.isDouble() != b.isDouble()) return false;
    return std::ranges::equal(a.floats(), b.floats()) && std::ranges::equal(a.doubles(), b.doubles());
}

/// Whether both lack extended rows or have the same.
bool sameExtended(const Embedding& a, const Embedding& b) {
    return a.extended && b.extended ? *a.extended == *b.extended : !a.extended && !b.extended;
}

bool sameColumn(const Column& a, const Column& b) {
    const auto *x = std::get_if<std::vector<double>>(&a.values),
               *y = std::get_if<std::vector<double>>(&b.values);
    if (!x || !y) return a.values == b.values;
    // A number that is not defined is the same as another one that is not.
    return std::ranges::equal(*x, *y,
                              [](double p, double q) { return p == q || (std::isnan(p) && std::isnan(q)); });
}

bool sameTable(const Table& a, const Table& b) {
    return std::ranges::equal(a.columns, b.columns, sameColumn);
}

bool sameAbout(const Embedding& a, const Embedding& b) {
    return a.about && b.about ? sameTable(*a.about, *b.about) : !a.about && !b.about;
}

/// A number that is not defined is the same as another one that is not.
bool sameArray(const Array& a, const Array& b) {
    if (a.name != b.name || a.shape != b.shape || a.values.index() != b.values.index()) return false;
    return std::visit(
        [&](const auto& x) {
            const auto& y = std::get<std::decay_t<decltype(x)>>(b.values);
            return std::ranges::equal(
                x, y, [](const auto& p, const auto& q) { return p == q || (p != p && q != q); });
        },
        a.values);
}

bool sameArrays(const Arrays& a, const Arrays& b) {
    return std::ranges::equal(a.arrays, b.arrays, sameArray);
}

}  // namespace

bool samePayload(const Payload& a, const Payload& b) {
    if (a.index() != b.index()) return false;
    if (const auto* x = std::get_if<std::shared_ptr<const Embedding>>(&a)) {
        const auto& y = std::get<std::shared_ptr<const Embedding>>(b);
        return (*x)->items->names() == y->items->names() && sameNumbers((*x)->vectors, y->vectors) &&
               sameExtended(**x, *y) && sameAbout(**x, *y);
    }
    if (const auto* x = std::get_if<std::shared_ptr<const Hierarchy>>(&a)) {
        const auto& y = std::get<std::shared_ptr<const Hierarchy>>(b);
        return (*x)->items()->names() == y->items()->names() && (*x)->edges() == y->edges();
    }
    if (const auto* x = std::get_if<std::shared_ptr<const Table>>(&a))
        return sameTable(**x, *std::get<std::shared_ptr<const Table>>(b));
    if (const auto* x = std::get_if<std::shared_ptr<const Text>>(&a))
        return **x == *std::get<std::shared_ptr<const Text>>(b);
    if (const auto* x = std::get_if<std::shared_ptr<const Segmentation>>(&a))
        return **x == *std::get<std::shared_ptr<const Segmentation>>(b);
    if (const auto* x = std::get_if<std::shared_ptr<const Arrays>>(&a))
        return sameArrays(**x, *std::get<std::shared_ptr<const Arrays>>(b));
    return true;  // the numbers of a report are compared one by one
}

}  // namespace horo
