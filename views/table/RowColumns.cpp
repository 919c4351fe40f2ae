#include "views/table/RowColumns.h"

#include <QLocale>
#include <QObject>
#include <algorithm>
#include <cmath>

namespace horo::views {

namespace {
constexpr size_t coordinatesShown = 64;
}

RowColumns::RowColumns(std::shared_ptr<const Hierarchy> hierarchy, std::shared_ptr<const Embedding> embedding,
                       bool hasPictures)
    : hierarchy_(std::move(hierarchy)),
      look_(HierarchyLook::of(hierarchy_)),
      embedding_(std::move(embedding)) {
    if (!hierarchy_ && !embedding_) return;
    items_ = embedding_ ? embedding_->items : hierarchy_->items();
    if (hierarchy_ && embedding_) nodes_ = RowNodes(*embedding_, *hierarchy_);
    if (hasPictures) columns_.push_back({Field::Picture, 0, QObject::tr("Image")});
    columns_.push_back({Field::Name, 0, nodes_.byLabel ? QObject::tr("Id") : QObject::tr("Name")});
    if (hierarchy_) addNodeColumns();
    if (embedding_) addRowColumns();
}

void RowColumns::addNodeColumns() {
    if (nodes_.byLabel) {
        columns_.push_back({Field::Class, 0, QObject::tr("Class")});
        columns_.push_back({Field::Path, 0, QObject::tr("Path")});
        return;
    }
    columns_.push_back({Field::Id, 0, QObject::tr("Id")});
    columns_.push_back({Field::Depth, 0, QObject::tr("Depth"), true});
    columns_.push_back({Field::Children, 0, QObject::tr("Children"), true});
    columns_.push_back({Field::Leaves, 0, QObject::tr("Leaves"), true});
}

void RowColumns::addRowColumns() {
    if (!embedding_->labels.empty() && !nodes_.byLabel)
        columns_.push_back({Field::Label, 0, QObject::tr("Label")});
    if (embedding_->about)
        for (size_t c = 0; c < embedding_->about->columns.size(); ++c) {
            const Column column{Field::About, c, QString::fromStdString(embedding_->about->columns[c].name),
                                embedding_->about->columns[c].values.index() == 1};
            columns_.push_back(column);
        }
    columns_.push_back({Field::Radius, 0,
                        embedding_->manifold.isHyperbolic() ? QObject::tr("Radius ρ") : QObject::tr("Norm"),
                        true});
    for (size_t c = 0; c < std::min(embedding_->columns(), coordinatesShown); ++c)
        columns_.push_back({Field::Coordinate, c, QStringLiteral("x%1").arg(c), true});
}

void RowColumns::setNumbers(std::shared_ptr<const Embedding> embedding) {
    if (embedding_ && embedding && embedding->rows() == embedding_->rows()) embedding_ = std::move(embedding);
}

Node RowColumns::nodeOf(size_t row) const {
    if (!hierarchy_) return RowNodes::none;
    return embedding_ ? nodes_.nodes[row] : static_cast<Node>(row);
}

double RowColumns::number(const Column& column, size_t row) const {
    const Node node = nodeOf(row);
    switch (column.field) {
        case Field::Depth:
            return node == RowNodes::none ? std::nan("") : hierarchy_->depth(node);
        case Field::Children:
            return node == RowNodes::none ? std::nan("")
                                          : static_cast<double>(hierarchy_->children(node).size());
        case Field::Leaves:
            return node == RowNodes::none ? std::nan("") : look_->tree().hierarchyLeaves(node);
        case Field::About:
            return std::get<std::vector<double>>(embedding_->about->columns[column.index].values)[row];
        case Field::Radius:
            return embedding_->radius(row);
        case Field::Coordinate:
            return column.index < embedding_->columns() ? embedding_->vectors.at(row, column.index)
                                                        : std::nan("");
        default:
            return std::nan("");
    }
}

std::string RowColumns::pathOf(Node node) const {
    std::string path;
    for (const Node v : look_->tree().path(node))
        if (v != node) path += (path.empty() ? "" : " / ") + hierarchy_->label(v);
    return path;
}

std::string RowColumns::text(const Column& column, size_t row) const {
    const Node node = nodeOf(row);
    switch (column.field) {
        case Field::Name:
            return node != RowNodes::none && !nodes_.byLabel ? hierarchy_->label(node) : items_->name(row);
        case Field::Id:
            return items_->name(row);
        case Field::Class:
            return node == RowNodes::none ? embedding_->labels[row] : hierarchy_->label(node);
        case Field::Path:
            return node == RowNodes::none ? std::string() : pathOf(node);
        case Field::Label:
            return embedding_->labels[row];
        case Field::About:
            return std::get<std::vector<std::string>>(embedding_->about->columns[column.index].values)[row];
        default:
            return {};
    }
}

QString RowColumns::cell(const Column& column, size_t row) const {
    if (!column.isNumber) return QString::fromStdString(text(column, row));
    const double value = number(column, row);
    if (!std::isfinite(value)) return QStringLiteral("–");
    const bool whole =
        column.field < Field::Label || (column.field == Field::About && value == std::floor(value));
    return QLocale::c().toString(value, 'f', whole ? 0 : 4).replace('-', QChar(0x2212));
}

}  // namespace horo::views
