#include "app/ObjectPage.h"

#include <QHBoxLayout>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>
#include <numeric>

#include "app/Wording.h"
#include "views/kit/ElidedLabel.h"
#include "views/kit/Ground.h"
#include "views/kit/Label.h"
#include "views/kit/ScoreName.h"
#include "views/kit/Tag.h"
#include "views/text/UnitCard.h"
#include "views/text/UnitText.h"
#include "views/theme/Metrics.h"

namespace horo::app {

using namespace views;

namespace {

constexpr size_t frequentShown = 8;
constexpr int longestLabel = 32;

template <class Integer>
QString counted(Integer count) {
    return countText(static_cast<qint64>(count));
}

QString valueText(const nlohmann::json& value) {
    if (!value.is_number()) return ObjectPage::tr("not defined");
    const double number = value.get<double>();
    const bool whole = number == std::floor(number) && std::abs(number) < 1e15;
    return whole ? counted(number) : significantText(number, 5);
}

void removeRows(QLayout& rows) {
    while (QLayoutItem* row = rows.takeAt(0)) {
        if (row->layout()) removeRows(*row->layout());
        delete row->widget();
        delete row;
    }
}

}  // namespace

ObjectPage::ObjectPage(QWidget* parent) : QScrollArea(parent) {
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setGround(*this, Token::Panel);
    auto* page = new QWidget;
    setGround(*page, Token::Panel);
    setWidget(page);
    rows_ = new QVBoxLayout(page);
    rows_->setContentsMargins(metrics::panelPadding, 4, metrics::panelPadding, metrics::panelPadding);
    rows_->setSpacing(4);
}

bool ObjectPage::suits(const Object& object) {
    switch (object.kind()) {
        case Kind::Text:
        case Kind::Segmentation:
        case Kind::Table:
        case Kind::Arrays:
        case Kind::Report:
            return true;
        default:
            return false;
    }
}

void ObjectPage::show(const std::shared_ptr<const Object>& object) {
    if (object == shown_) return;
    shown_ = object;
    removeRows(*rows_);
    auto* head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(new ElidedLabel(QString::fromStdString(object->name), FontRole::Name), 1);
    head->addWidget(new Tag(kindTitle(object->kind())));
    rows_->addLayout(head);
    rows_->addSpacing(4);
    if (const auto text = object->as<Text>()) {
        addFact(tr("Bytes"), counted(text->bytes.size()));
        addFact(tr("Lines"), counted(text->pieces.size()));
    }
    if (const auto table = object->as<Table>()) {
        addFact(tr("Rows"), counted(table->rows()));
        addFact(tr("Columns"), counted(table->columns.size()));
    }
    if (const auto arrays = object->as<Arrays>())
        for (const Array& array : arrays->arrays) {
            QStringList extents;
            for (const size_t extent : array.shape)
                extents << counted(extent);
            addFact(QString::fromStdString(array.name), extents.join(QStringLiteral(" × ")), true);
        }
    if (const auto cut = object->as<Segmentation>()) addUnits(*cut);
    if (object->madeBy) addNumbers(object->madeBy->results);
    rows_->addStretch(1);
}

void ObjectPage::addHead(const QString& text) {
    rows_->addSpacing(8);
    rows_->addWidget(new Label(text, FontRole::Title));
}

void ObjectPage::addFact(const QString& name, const QString& value, bool mono) {
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    auto* label = new ElidedLabel(name, mono ? FontRole::Mono : FontRole::Base, mono ? Token::T1 : Token::T2);
    auto* number = new Label(value);
    number->setRole(FontRole::Base, QFont::Medium);
    number->setTextInteractionFlags(Qt::TextSelectableByMouse);
    row->addWidget(label, 1);
    row->addWidget(number);
    rows_->addLayout(row);
}

void ObjectPage::addUnits(const Segmentation& cut) {
    const auto unit = sequenceUnitName(cut.unit);
    const size_t levels = cut.levels.size();
    for (size_t i = 0; i < levels; ++i)
        addFact(levels == 1 ? tr("Units")
                : i == 0    ? tr("Units of level 1, the coarsest")
                            : tr("Units of level %1").arg(i + 1),
                counted(cut.levels[levels - 1 - i].size()));
    if (levels > 0) addFact(tr("Different units"), counted(differentLabels(cut, 0)));
    addFact(tr("Length in %1s").arg(QString::fromUtf8(unit.data(), static_cast<qsizetype>(unit.size()))),
            counted(cut.length));
    if (levels == 0 || cut.levels.front().size() == 0) return;
    const auto& finest = cut.levels.front();
    addFact(tr("Mean length of a unit"),
            significantText(static_cast<double>(cut.length) / static_cast<double>(finest.size()), 3));
    const auto counts = labelCounts(cut, 0);
    std::vector<size_t> order(counts.size());
    std::iota(order.begin(), order.end(), size_t{0});
    const size_t shown = std::min(frequentShown, differentLabels(cut, 0));
    std::ranges::partial_sort(
        order, order.begin() + static_cast<std::ptrdiff_t>(shown),
        [&](size_t a, size_t b) { return counts[a] != counts[b] ? counts[a] > counts[b] : a < b; });
    addHead(tr("Most frequent"));
    for (size_t i = 0; i < shown; ++i)
        addFact(visibleLabel(cut.inventory[order[i]], longestLabel), counted(counts[order[i]]), true);
}

void ObjectPage::addNumbers(const nlohmann::json& results) {
    if (!results.is_object() || results.empty()) return;
    addHead(tr("Numbers of the run"));
    for (const auto& [key, value] : results.items())
        addFact(scoreName(key), valueText(value));
}

}  // namespace horo::app
