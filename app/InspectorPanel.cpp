#include "app/InspectorPanel.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QScrollArea>
#include <QStackedLayout>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>

#include "app/InspectorParts.h"
#include "app/NeighbourPair.h"
#include "app/ObjectPage.h"
#include "app/VectorPage.h"
#include "app/Wording.h"
#include "views/kit/Buttons.h"
#include "views/kit/ElidedLabel.h"
#include "views/kit/EmptyState.h"
#include "views/kit/Ground.h"
#include "views/kit/Label.h"
#include "views/kit/PanelTitle.h"
#include "views/kit/PathLine.h"
#include "views/kit/Tag.h"
#include "views/theme/Metrics.h"
#include "views/theme/Theme.h"

namespace horo::app {

using namespace views;

namespace {

/// A dot in the colour of the node.
class Swatch : public QWidget {
public:
    explicit Swatch(QWidget* parent) : QWidget(parent) { setFixedSize(12, 12); }
    void setColour(const QColor& fill) {
        fill_ = fill;
        update();
    }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(colour(Token::Ink), 1.1));
        painter.setBrush(fill_);
        painter.drawEllipse(QRectF(1, 1, 10, 10));
    }

private:
    QColor fill_;
};

QFrame* rule() {
    auto* line = new QFrame;
    line->setFixedHeight(1);
    setGround(*line, Token::Line);
    return line;
}

}  // namespace

InspectorPanel::InspectorPanel(WorkspaceModel& model, QWidget* parent) : QWidget(parent), model_(model) {
    setMinimumWidth(metrics::rightDockMinimum);
    setGround(*this, Token::Panel);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* title = new PanelTitle(tr("Inspector"));
    back_ = title->addButton("back", tr("Back to what was inspected before"));
    forward_ = title->addButton("forward", tr("Forward"));
    auto* pin = title->addButton("pin", tr("Keep showing this item while the selection changes"));
    pin->setCheckable(true);
    connect(back_, &QToolButton::clicked, this, &InspectorPanel::back);
    connect(forward_, &QToolButton::clicked, this, &InspectorPanel::forward);
    connect(pin, &QToolButton::toggled, this, [this](bool on) {
        pinned_ = on;
        if (!on) follow();
    });
    column->addWidget(title);

    auto* holder = new QWidget;
    stack_ = new QStackedLayout(holder);
    column->addWidget(holder, 1);
    stack_->addWidget(new EmptyState(tr("Click a node or a point to see everything about it.")));

    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setGround(*scroll, Token::Panel);
    auto* page = new QWidget;
    setGround(*page, Token::Panel);
    scroll->setWidget(page);
    stack_->addWidget(scroll);
    objectPage_ = new ObjectPage;
    stack_->addWidget(objectPage_);
    vectorPage_ = new VectorPage(model_);
    connect(vectorPage_, &VectorPage::chosen, this, &InspectorPanel::go);
    stack_->addWidget(vectorPage_);
    auto* rows = new QVBoxLayout(page);
    rows->setContentsMargins(metrics::panelPadding, 4, metrics::panelPadding, metrics::panelPadding);
    rows->setSpacing(8);

    auto* nameRow = new QHBoxLayout;
    nameRow->setSpacing(8);
    swatch_ = new Swatch(page);
    name_ = new ElidedLabel({}, FontRole::Name);
    counts_ = new Tag({});
    nameRow->addWidget(swatch_);
    nameRow->addWidget(name_, 1);
    nameRow->addWidget(counts_);
    rows->addLayout(nameRow);
    gloss_ = new Label({}, FontRole::Meta, Token::T2);
    gloss_->setWordWrap(true);
    rows->addWidget(gloss_);
    path_ = new PathLine;
    rows->addWidget(path_);
    otherPaths_ = new Label({}, FontRole::Meta, Token::T3);
    otherPaths_->setWordWrap(true);
    rows->addWidget(otherPaths_);
    rows->addWidget(rule());
    numbers_ = new NumberStrip;
    rows->addWidget(numbers_);
    rows->addWidget(rule());

    near_ = new NeighbourPair(model_);
    connect(near_, &NeighbourPair::chosen, this, &InspectorPanel::go);
    rows->addWidget(near_);
    rows->addStretch(1);

    connect(path_, &PathLine::chosen, this, &InspectorPanel::go);
    connect(&model_, &WorkspaceModel::selectionChanged, this, &InspectorPanel::followSelection);
    connect(&model_, &WorkspaceModel::objectsChanged, this, &InspectorPanel::follow);
    follow();
}

void InspectorPanel::setEmbedding(const std::string& id) {
    embeddingId_ = id;
    follow();
}

void InspectorPanel::setObject(const std::string& id) {
    objectId_ = id;
    follow();
}

void InspectorPanel::askVector(const std::string& embeddingId) {
    asksVector_ = true;
    stack_->setCurrentWidget(vectorPage_);
    vectorPage_->ask(embeddingId);
}

void InspectorPanel::followSelection() {
    asksVector_ = false;
    follow();
}

void InspectorPanel::follow() {
    if (asksVector_) return vectorPage_->refresh();
    if (pinned_ && !history_.empty()) {
        show(history_[place_]);
        return;
    }
    const Selection& selection = model_.selection();
    ItemId item = selection.focus();
    if (item == 0 && selection.size() == 1) item = selection.ids().front();
    if (item != 0 && !stepping_ && (history_.empty() || history_[place_] != item)) {
        if (!history_.empty()) history_.resize(place_ + 1);
        history_.push_back(item);
        if (history_.size() > 100) history_.pop_front();
        place_ = history_.size() - 1;
    }
    show(item);
}

void InspectorPanel::show(ItemId item) {
    back_->setEnabled(place_ > 0);
    forward_->setEnabled(place_ + 1 < history_.size());
    std::shared_ptr<const Hierarchy> hierarchy;
    std::shared_ptr<const Embedding> embedding;
    for (const auto& object : model_.workspace().objects) {
        if (const auto h = object->as<Hierarchy>(); h && !hierarchy && h->items()->rowOf(item)) hierarchy = h;
        const auto e = object->as<Embedding>();
        if (e && e->items->rowOf(item) &&
            (!embedding || object->id == embeddingId_ || embeddingId_.empty())) {
            const Payload live = model_.payloadOf(object->id);
            embedding = std::get<std::shared_ptr<const Embedding>>(live);
            if (object->id == embeddingId_) break;
        }
    }
    const auto object = model_.workspace().find(objectId_);
    const bool isItem = item != 0 && (hierarchy || embedding);
    const bool isObject = !isItem && object && ObjectPage::suits(*object);
    stack_->setCurrentIndex(isItem ? 1 : isObject ? 2 : 0);
    if (isObject) objectPage_->show(object);
    if (!isItem) return;
    look_ = HierarchyLook::of(hierarchy);
    std::optional<Node> node;
    std::optional<size_t> row;
    if (hierarchy) node = static_cast<Node>(*hierarchy->items()->rowOf(item));
    if (embedding) row = embedding->items->rowOf(item);
    numbers_->setEntries({});
    if (node)
        showNode(*look_, *node);
    else
        showPlainItem(*embedding, *row);
    if (embedding && embedding != checked_) {
        checked_ = embedding;
        usable_ = requireUsable(*embedding).ok();
    }
    if (row && usable_) showRow(*embedding, *row, look_.get());
    near_->show({item, {}}, embeddingId_);
}

void InspectorPanel::showPlainItem(const Embedding& embedding, size_t row) {
    static_cast<Swatch*>(swatch_)->setColour(colour(Token::T3));
    name_->setText(QString::fromStdString(embedding.items->name(row)));
    name_->setToolTip({});
    const bool labelled = row < embedding.labels.size();
    counts_->setText(labelled ? QString::fromStdString(embedding.labels[row]) : QString());
    counts_->setVisible(labelled);
    for (QWidget* of : std::initializer_list<QWidget*>{gloss_, path_, otherPaths_})
        of->hide();
}

void InspectorPanel::showNode(const HierarchyLook& look, Node node) {
    counts_->show();
    path_->show();
    const Hierarchy& h = look.hierarchy();
    const SpanningTree& tree = look.tree();
    static_cast<Swatch*>(swatch_)->setColour(look.colour(node, look.suggestedLevel()));
    name_->setText(QString::fromStdString(h.label(node)));
    name_->setToolTip(QString::fromStdString(h.name(node)));
    counts_->setText(tree.subtreeSize(node) == 1 ? tr("leaf")
                                                 : tr("%1 nodes, %2 leaves")
                                                       .arg(countText(tree.subtreeSize(node)),
                                                            countText(tree.hierarchyLeaves(node))));
    gloss_->setText(QString::fromStdString(h.gloss(node)));
    gloss_->setVisible(!h.gloss(node).empty());
    QStringList names;
    std::vector<ItemId> items;
    for (const Node v : tree.path(node)) {
        names << QString::fromStdString(h.label(v));
        items.push_back(h.items()->id(v));
    }
    path_->setPath(names, items);
    QStringList others;
    for (const Node parent : h.parents(node))
        if (parent != tree.parent(node)) others << QString::fromStdString(h.label(parent));
    otherPaths_->setVisible(!others.isEmpty());
    otherPaths_->setText(tr("also under %1").arg(others.join(QStringLiteral(", "))));
    numbers_->setEntries({{tr("depth"), QString::number(h.depth(node)), tr("of %1").arg(h.maxDepth())},
                          {tr("children"), countText(static_cast<qint64>(h.children(node).size())), {}},
                          {tr("leaves"), countText(tree.hierarchyLeaves(node)), {}}});
}

void InspectorPanel::showRow(const Embedding& embedding, size_t row, const HierarchyLook* look) {
    const auto point = embedding.row(row);
    const double radius = embedding.radius(row);
    std::vector<NumberStrip::Entry> entries;
    if (look)
        if (const auto node = look->hierarchy().items()->rowOf(embedding.items->id(row)))
            entries.push_back({tr("depth"),
                               QString::number(look->hierarchy().depth(static_cast<Node>(*node))),
                               tr("of %1").arg(look->hierarchy().maxDepth())});
    if (embedding.manifold.kind() == ManifoldKind::Poincare) {
        double square = 0;
        for (const double x : point)
            square += x * x;
        const double norm = std::sqrt(square);
        // Near the rim the digits that matter stand behind the nines.
        entries.push_back({tr("norm |x|"),
                           norm > 0.99995 ? QStringLiteral("1−%1").arg(
                                                QString::number(1 - norm, 'e', 0).replace('-', QChar(0x2212)))
                                          : QString::number(norm, 'f', 4),
                           {}});
    }
    entries.push_back(
        {embedding.manifold.isHyperbolic() ? tr("radius ρ") : tr("norm |x|"), fixedText(radius, 2), {}});
    if (look)
        if (const auto node = look->hierarchy().items()->rowOf(embedding.items->id(row)))
            entries.push_back(
                {tr("children"),
                 countText(static_cast<qint64>(look->hierarchy().children(static_cast<Node>(*node)).size())),
                 {}});
    numbers_->setEntries(std::move(entries));
}

void InspectorPanel::go(ItemId item) {
    std::vector<ItemId> items{item};
    if (look_)
        if (const auto node = look_->hierarchy().items()->rowOf(item)) {
            items.clear();
            for (const Node v : look_->tree().subtree(static_cast<Node>(*node)))
                items.push_back(look_->hierarchy().items()->id(v));
        }
    model_.select(Selection(std::move(items), "inspector", item));
}

void InspectorPanel::step(int direction) {
    const size_t next = place_ + static_cast<size_t>(direction);
    if (next >= history_.size()) return;
    place_ = next;
    stepping_ = true;
    go(history_[place_]);
    stepping_ = false;
}

void InspectorPanel::back() {
    step(-1);
}
void InspectorPanel::forward() {
    step(1);
}

}  // namespace horo::app
