#include "views/disk/DiskView.h"

#include <QMenu>
#include <QSignalBlocker>
#include <QVBoxLayout>
#include <cmath>

#include "core/embedding/embedding_cones.h"
#include "core/geometry/disk.h"
#include "views/chart/AxisSteps.h"
#include "views/disk/CurvatureControl.h"
#include "views/disk/DiskCanvas.h"
#include "views/disk/DiskFigure.h"
#include "views/disk/TreeInDisk.h"
#include "views/kit/Buttons.h"
#include "views/kit/MenuButton.h"
#include "views/kit/MenuChoice.h"
#include "views/kit/NumberText.h"
#include "views/kit/ToolPlate.h"
#include "views/kit/ViewHeader.h"
#include "views/theme/Theme.h"
#include "views/view/ViewClass.h"

namespace horo::views {

namespace {

QString modelTitle(DiskModel model) {
    switch (model) {
        case DiskModel::Poincare:
            return QObject::tr("Poincar\u00e9");
        case DiskModel::Klein:
            return QObject::tr("Klein disk");
        case DiskModel::HalfPlane:
            return QObject::tr("Half-plane");
    }
    return {};
}

}  // namespace

ViewType DiskView::viewType() {
    return {"disk", tr("Poincar\u00e9 disk"), "disk", {Kind::Embedding, Kind::Hierarchy}, {}};
}

DiskView::DiskView(WorkspaceModel& model, ViewState state, QWidget* parent)
    : RowsView(model, std::move(state), parent) {
    auto* header = new ViewHeader(QStringLiteral("disk"), tr("Poincar\u00e9 disk"), this);
    canvas_ = new DiskCanvas(this);
    connectRows(header, canvas_);
    model_ = new MenuButton(tr("Model"), this);
    auto* models = new QMenu(this);
    connect(models, &QMenu::aboutToShow, this, [this, models] { fillModelMenu(*models); });
    model_->setMenu(models);
    header_->setOwnControl(model_);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(header_);
    column->addWidget(canvas_, 1);
    addTools();
    connectCanvas();
    settings_ = diskSettingsFromJson(this->state().settings);
    levelChosen_ = this->state().settings.contains("level");
    loadObjects();
    showSettings();
}

DiskView::~DiskView() = default;

void DiskView::addTools() {
    auto* plate = new ToolPlate(canvas_);
    lassoTool_ = plate->addTool(QStringLiteral("lasso"), tr("Lasso"), QStringLiteral("L"), true);
    rulerTool_ = plate->addTool(QStringLiteral("ruler"),
                                tr("Distance from the first node to the selected one"), {}, true);
    horocycleTool_ =
        plate->addTool(QStringLiteral("horocycle"), tr("Horocycle through the selected node"), {}, true);
    circleTool_ = plate->addTool(QStringLiteral("circle"),
                                 tr("Circle about the selected node through the first one"), {}, true);
    IconButton* homeTool = plate->addTool(QStringLiteral("home"), tr("Home"), QStringLiteral("H"));
    connect(lassoTool_, &QToolButton::toggled, canvas_, &DiskCanvas::setLassoOn);
    connect(canvas_, &DiskCanvas::lassoChanged, lassoTool_, &QToolButton::setChecked);
    connect(homeTool, &QToolButton::clicked, this, &DiskView::home);
    connect(horocycleTool_, &QToolButton::clicked, this, [this](bool on) {
        DiskSettings changed = settings_;
        changed.horocycle = on;
        change(tr("Horocycle"), changed);
    });
    // Ruler and circle begin at what is selected now, or at the root; the next selection is their other end.
    const auto twoEnded = [this](const QString& what, bool DiskSettings::*member, bool on) {
        DiskSettings changed = settings_;
        changed.*member = on;
        const auto focus = embedding_ ? embedding_->items->rowOf(model().selection().focus()) : std::nullopt;
        if (on && focus) changed.rulerFrom = embedding_->items->name(*focus);
        if (on && !focus && hierarchy_ && !hierarchy_->roots().empty())
            changed.rulerFrom = hierarchy_->name(hierarchy_->roots().front());
        change(what, changed);
    };
    connect(rulerTool_, &QToolButton::clicked, this,
            [twoEnded](bool on) { twoEnded(tr("Ruler"), &DiskSettings::ruler, on); });
    connect(circleTool_, &QToolButton::clicked, this,
            [twoEnded](bool on) { twoEnded(tr("Circle"), &DiskSettings::circle, on); });
    curvature_ = new CurvatureControl(canvas_);
    connect(curvature_, &CurvatureControl::changed, this, [this](double curvature) {
        DiskSettings changed = settings_;
        changed.curvature = curvature;
        change(tr("Curvature of the layout"), changed, QStringLiteral("curvature"));
    });
}

void DiskView::connectCanvas() {
    connect(canvas_, &DiskCanvas::settingsChanged, this, [this](const QString& what) {
        settings_ = canvas_->settings();
        anchorNearby();
        store(what, toJson(settings_), QStringLiteral("camera"));
        shareCamera();
    });
    connect(canvas_, &DiskCanvas::sceneDrawn, this, [this] {
        header_->setCounts(static_cast<qint64>(canvas_->scene().drawn()),
                           static_cast<qint64>(canvas_->scene().total));
    });
    connect(canvas_, &DiskCanvas::centreRequested, this,
            [this](uint32_t row) { anchorAt(embedding_->items->name(row)); });
    connect(canvas_, &DiskCanvas::homeRequested, this, [this] { anchorAt({}); });
    connect(&model(), &WorkspaceModel::cameraShared, this,
            [this](const std::string& view, ItemId item, double scale) {
                if (view != state().id && isLinked() && isVisible()) follow(item, scale);
            });
}

void DiskView::loadObjects() {
    if (findObjects() && look_ && !levelChosen_) settings_.level = suggestedLevel();
    const auto object = model().workspace().find(embeddingId_);
    if (!object) return;
    laidOut_ = object->kind() == Kind::Hierarchy;
    curvature_->setVisible(laidOut_);
    takePayload();
}

std::shared_ptr<const Embedding> DiskView::shownEmbedding() const {
    if (laidOut_) {
        if (!look_) return nullptr;
        if (embedding_ && embedding_->items == hierarchy_->items() &&
            embedding_->manifold.curvature() == settings_.curvature)
            return embedding_;
        return treeInDisk(*hierarchy_, look_->tree(), settings_.curvature);
    }
    const Payload payload = model().payloadOf(embeddingId_);
    const auto* found = std::get_if<std::shared_ptr<const Embedding>>(&payload);
    return found ? *found : nullptr;
}

void DiskView::takePayload() {
    const Payload payload = model().payloadOf(embeddingId_);
    const auto embedding = shownEmbedding();
    if (!embedding || embedding == embedding_ || embedding->rows() == 0) return;
    const auto object = model().workspace().find(embeddingId_);
    const bool live = !laidOut_ && object && payload != object->payload;
    const bool sameItems = embedding_ && embedding_->items == embedding->items &&
                           embedding_->columns() == embedding->columns() &&
                           (laidOut_ || embedding_->manifold == embedding->manifold);
    embedding_ = embedding;
    if (!sameItems || !live || laidOut_) axes_ = diskAxes(*embedding, settings_);
    canvas_->setAnchored(embedding->extended && embedding->columns() == 2);
    if (!sameItems) {
        origin_.reset();
        for (uint32_t row = 0; embedding->extended && row < embedding->rows() && !origin_; ++row)
            if (embedding->radius(row) < 1e-12) origin_ = row;
        fitScale();
    }
    DiskChart chart = this->chart();
    held_ = chart.held;
    if (sameItems) {
        canvas_->setLive(live);
        canvas_->movePoints(std::move(chart.points));
        if (settings_.colour == "radius") loadColours();
    } else {
        DiskSubject subject(*embedding, hierarchy_, tree());
        subject.points = std::move(chart.points);
        subject.colours.assign(subject.size(), colour(Token::T3).rgba());
        subject.select(isLinked() ? model().selection() : Selection());
        canvas_->setSubject(std::move(subject));
        canvas_->setLive(live);
        loadColours();
    }
    takeNotes();
}

std::optional<uint32_t> DiskView::anchorRow() const {
    if (!embedding_ || !embedding_->extended || embedding_->columns() != 2) return {};
    if (settings_.anchor.empty()) return origin_;
    const auto row = embedding_->items->rowOf(settings_.anchor);
    return row ? std::optional(static_cast<uint32_t>(*row)) : std::nullopt;
}

DiskChart DiskView::chart() const {
    const auto anchor = anchorRow();
    return anchor ? diskChart(*embedding_->extended, *anchor) : diskChart(*embedding_, axes_);
}

void DiskView::fitScale() {
    if (!embedding_->extended || state().settings.contains("scale")) return;
    double most = 0;
    for (size_t i = 0; i < embedding_->rows(); ++i)
        most = std::max(most, embedding_->radius(i));
    settings_.scale = std::clamp(2.94 / most, DiskSettings::leastScale, .36);  // the farthest row at .9
    canvas_->setSettings(settings_);
}

void DiskView::anchorAt(const std::string& name) {
    DiskSettings changed = settings_;
    changed.anchor = name, changed.centre = {}, changed.panX = changed.panY = 0;
    change(tr("Centre the disk"), changed);
    shareCamera();
}

uint32_t DiskView::centralRow() const {
    const DiskPoints& points = canvas_->subject().points;
    uint32_t nearest = 0;
    double least = INFINITY;
    for (uint32_t row = 0; row < points.size(); ++row) {
        const std::complex<double> way(points.x[row] - settings_.centre.point.real(),
                                       points.y[row] - settings_.centre.point.imag());
        if (const double far = std::norm(way) / points.q[row]; far < least) least = far, nearest = row;
    }
    return nearest;
}

void DiskView::shareCamera() {
    if (std::exchange(following_, false) || !settings_.sharedCamera || !embedding_) return;
    const bool home = settings_.anchor.empty() && settings_.centre.point == std::complex<double>(0);
    model().shareCamera(state().id, home ? 0 : embedding_->items->id(centralRow()), settings_.scale);
}

void DiskView::follow(ItemId item, double scale) {
    if (!embedding_ || !settings_.sharedCamera) return;
    const auto row = item ? embedding_->items->rowOf(item) : std::nullopt;
    if (item && !row) return;
    following_ = true;
    if (!embedding_->extended && scale != settings_.scale) {
        settings_.scale = scale;
        canvas_->setSettings(settings_);
    }
    if (row)
        canvas_->centreOn(static_cast<uint32_t>(*row));
    else
        canvas_->home();
}

void DiskView::anchorNearby() {
    // Dragged this far from its anchor, the picture goes over to the row that is nearest to the centre of
    // view.
    const double walked = 2 * std::atanh(std::min(std::abs(settings_.centre.point), 1 - 1e-15));
    if (!embedding_ || !embedding_->extended || embedding_->columns() != 2 || walked < 9) return;
    const uint32_t nearest = centralRow();
    const auto from = anchorRow();
    if (!from || *from == nearest) return;
    const auto change = embedding_->extended->change(*from, nearest);
    if (!change) return;
    const DiskIsometry seen = DiskIsometry::rotation(settings_.centre.turn) *
                              DiskIsometry::toOrigin(settings_.centre.point) * change->inverse();
    settings_.anchor = embedding_->items->name(nearest);
    settings_.centre = {seen.centre(), 2 * std::arg(seen.a())};
    canvas_->setSettings(settings_);
    canvas_->movePoints(chart().points);
    takeNotes();
}

void DiskView::takeNotes() {
    DiskNotes notes;
    notes.cones = embedding_->columns() == 2 ? conesOf(*embedding_) : std::nullopt;
    if (const auto anchor = anchorRow(); anchor && anchor != origin_)
        notes.viewedFrom = embedding_->radius(*anchor);
    if (settings_.scale < .2) notes.ringEvery = AxisSteps::between(0, 4.9 / settings_.scale, 6).step;
    notes.curvature = axes_.curvature;
    notes.projection = laidOut_ ? tr("Radial layout, edges of length 1; nothing is trained")
                                : QString::fromStdString(axes_.name);
    const size_t atLimit = std::max(held_, embedding_->normLimit > 0 ? embedding_->health().atLimit : 0);
    if (atLimit > 0)
        notes.warning = tr("%1 rows at the norm limit").arg(countText(static_cast<qint64>(atLimit)));
    notes.distance = [embedding = embedding_](uint32_t a, uint32_t b) { return embedding->distance(a, b); };
    canvas_->setNotes(std::move(notes));
}

void DiskView::applySettings(const nlohmann::json& settings) {
    const DiskSettings taken = diskSettingsFromJson(settings);
    const bool newAxes = taken.anchor != settings_.anchor || taken.projection != settings_.projection ||
                         taken.axisX != settings_.axisX || taken.axisY != settings_.axisY;
    settings_ = taken;
    levelChosen_ |= settings.contains("level");
    if (newAxes && embedding_) {
        axes_ = diskAxes(*embedding_, settings_);
        canvas_->movePoints(chart().points);
        takeNotes();
    }
    if (laidOut_) takePayload();
    showSettings();
}

void DiskView::showSettings() {
    canvas_->setSettings(settings_);
    model_->setValue(modelTitle(settings_.model));
    setWindowTitle(settings_.model == DiskModel::Poincare ? tr("Poincar\u00e9 disk")
                                                          : modelTitle(settings_.model));
    header_->setTitle(windowTitle());
    curvature_->setValue(settings_.curvature);
    const QSignalBlocker ruler(rulerTool_), horocycle(horocycleTool_), circle(circleTool_);
    circleTool_->setChecked(settings_.circle);
    rulerTool_->setChecked(settings_.ruler);
    horocycleTool_->setChecked(settings_.horocycle);
    loadColours();
}

void DiskView::change(const QString& what, const DiskSettings& settings, const QString& merge) {
    const nlohmann::json json = toJson(settings);
    applySettings(json);
    store(what, json, merge);
}

const DiskSubject& DiskView::subject() const {
    return canvas_->subject();
}

void DiskView::chooseColour(const ColourChoice& choice) {
    DiskSettings changed = settings_;
    changed.colour = choice.colour, changed.level = choice.level;
    change(tr("Colour the disk"), changed);
}

void DiskView::showSelection(const Selection& selection) {
    canvas_->setSelection(selection);
}

void DiskView::showColours(std::vector<uint32_t> colours) {
    canvas_->setColours(std::move(colours));
}

std::optional<QPointF> DiskView::placeOf(uint32_t row) const {
    return canvas_->pixelOf(row);
}

Figure DiskView::figure() const {
    if (!embedding_) return {};
    DiskFigureInput input;
    input.subject = canvas_->subject(), input.settings = settings_, input.axes = axes_;
    input.subject.colours = rowColours(true);
    if (settings_.colour == "branch" && look_)
        input.hues = &look_->hues();
    else
        input.colourName = colourName().toStdString();
    const auto object = model().workspace().find(embeddingId_);
    if (object) input.object = object.get();
    const auto embedding = embedding_;
    input.laidOut = laidOut_;
    if (embedding_->columns() == 2) input.cones = conesOf(*embedding_);
    input.distance = [embedding](uint32_t a, uint32_t b) { return embedding->distance(a, b); };
    return diskFigure(input);
}

void DiskView::fillModelMenu(QMenu& menu) {
    menu.clear();
    for (const DiskModel kind : {DiskModel::Poincare, DiskModel::Klein, DiskModel::HalfPlane}) {
        addChoice(menu, modelTitle(kind), settings_.model == kind, [this, kind] {
            DiskSettings changed = settings_;
            changed.model = kind;
            change(tr("Show another model"), changed);
        });
    }
}

void DiskView::frameSelection() {
    canvas_->frameSelection();
}
void DiskView::home() {
    canvas_->home();
}

void DiskView::centreOn(ItemId item) {
    if (const auto row = embedding_ ? embedding_->items->rowOf(item) : std::nullopt)
        canvas_->centreOn(static_cast<uint32_t>(*row));
}

HOROCYCLE_VIEW(DiskView);

}  // namespace horo::views
