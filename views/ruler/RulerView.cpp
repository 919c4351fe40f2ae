#include "views/ruler/RulerView.h"

#include <QMenu>
#include <QVBoxLayout>

#include "views/kit/MenuButton.h"
#include "views/kit/MenuChoice.h"
#include "views/kit/NumberText.h"
#include "views/kit/ViewHeader.h"
#include "views/ruler/RulerCanvas.h"
#include "views/ruler/RulerFigure.h"
#include "views/ruler/RulerSources.h"
#include "views/text/TextBehind.h"
#include "views/theme/ThemeSource.h"
#include "views/view/ViewClass.h"

namespace horo::views {

namespace {

QString colourTitle(UnitColour colour) {
    switch (colour) {
        case UnitColour::Bits:
            return RulerView::tr("bits of the unit");
        case UnitColour::Length:
            return RulerView::tr("length");
        default:
            return RulerView::tr("none");
    }
}

}  // namespace

ViewType RulerView::viewType() {
    return {"ruler", tr("Ruler"), "chunks", {Kind::Text, Kind::Segmentation}, {}};
}

RulerView::RulerView(WorkspaceModel& model, ViewState state, QWidget* parent)
    : View(model, std::move(state), parent),
      header_(new ViewHeader("chunks", tr("Ruler"))),
      canvas_(new RulerCanvas) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(header_);
    column->addWidget(canvas_, 1);
    setFocusProxy(canvas_);
    connectHeader();
    connect(canvas_, &RulerCanvas::chosenByPerson, this, &RulerView::choose);
    connect(canvas_, &RulerCanvas::scaleChanged, this, &RulerView::say);
    connect(&model, &WorkspaceModel::objectsChanged, this, &RulerView::loadObjects);
    connect(&ThemeSource::instance(), &ThemeSource::changed, canvas_, qOverload<>(&QWidget::update));
    settings_ = rulerSettingsFromJson(this->state().settings);
    loadObjects();
    applySettings(this->state().settings);
}

void RulerView::connectHeader() {
    header_->setButtonsVisible(false, false, true);
    auto* tracks = tracks_ = new MenuButton(tr("Cuts"));
    auto* lines = new QMenu(tracks);
    connect(lines, &QMenu::aboutToShow, this, [this, lines] { fillTracksMenu(*lines); });
    tracks->setMenu(lines);
    tracks->setToolTip(tr("Which segmentations have a line"));
    header_->setOwnControl(tracks);
    auto* colours = new QMenu(this);
    connect(colours, &QMenu::aboutToShow, this, [this, colours] {
        colours->clear();
        for (const UnitColour each : {UnitColour::Bits, UnitColour::Length, UnitColour::None})
            addChoice(*colours, colourTitle(each), settings_.colour == each, [this, each] {
                RulerSettings changed = settings_;
                changed.colour = each;
                change(tr("Colour the units"), changed);
            });
    });
    header_->setColourMenu(colours);
    connect(header_, &ViewHeader::exportRequested, this, &View::exportRequested);
}

void RulerView::fillTracksMenu(QMenu& menu) {
    menu.clear();
    if (!text_) return;
    for (const auto& object : segmentationsOf(model().workspace(), *text_))
        addChoice(menu, QString::fromStdString(object->name), !settings_.hidden.contains(object->id),
                  [this, id = object->id] {
                      RulerSettings changed = settings_;
                      if (changed.hidden.erase(id) == 0) changed.hidden.insert(id);
                      change(tr("Show or hide a line"), changed);
                  });
    addLevelChoices(menu);
    if (menu.isEmpty()) menu.addAction(tr("Cut the text with a method first"))->setEnabled(false);
}

void RulerView::addLevelChoices(QMenu& menu) {
    for (const RulerTrack& track : canvas_->subject().tracks) {
        const auto& levels = track.cut().segmentation()->levels;
        if (levels.size() < 2) continue;
        QMenu* choices = menu.addMenu(tr("Level of %1").arg(track.name()));
        for (size_t level = levels.size(); level-- > 0;)
            addChoice(*choices, tr("%1 units").arg(countText(static_cast<qint64>(levels[level].size()))),
                      level == track.level(), [this, level, id = track.objectId()] {
                          RulerSettings changed = settings_;
                          changed.levels[id] = static_cast<int>(level);
                          change(tr("Show another level"), changed);
                      });
    }
}

void RulerView::loadObjects() {
    if (state().objects.empty()) return;
    const auto object = model().workspace().find(state().objects.front());
    text_ = textBehind(model().workspace(), object);
    if (!text_) return;
    header_->setObjectText(QString::fromStdString(text_->name));
    canvas_->setSubject(rulerSubject(model().workspace(), *text_, settings_, canvas_->subject()));
    tracks_->setValue(countText(static_cast<qint64>(canvas_->subject().tracks.size())));
    takeChosen();
    say();
}

void RulerView::applySettings(const nlohmann::json& settings) {
    settings_ = rulerSettingsFromJson(settings);
    loadObjects();
    canvas_->setColour(settings_.colour);
    header_->setColourText(colourTitle(settings_.colour));
    if (settings_.bytesPerPixel > 0)
        canvas_->setScale(canvas_->scale().showing(settings_.first, settings_.bytesPerPixel));
    say();
}

void RulerView::takeChosen() {
    std::optional<RulerPlace> chosen;
    const auto& tracks = canvas_->subject().tracks;
    for (size_t i = 0; i < tracks.size(); ++i) {
        if (tracks[i].objectId() != settings_.chosenIn || tracks[i].units() == 0) continue;
        if (const auto label = tracks[i].cut().findLabel(settings_.chosenUnit))
            if (const auto unit = tracks[i].nextWith(*label, tracks[i].units() - 1))
                chosen = RulerPlace{i, *unit};
    }
    // The unit that was clicked stays the one from which the next is sought.
    const bool same =
        chosen && clicked_ && clicked_->track == chosen->track &&
        clicked_->unit < tracks[chosen->track].units() &&
        tracks[chosen->track].label(clicked_->unit) == tracks[chosen->track].label(chosen->unit);
    canvas_->setChosen(same ? clicked_ : chosen);
}

void RulerView::choose(std::optional<RulerPlace> place) {
    clicked_ = place;
    RulerSettings changed = settings_;
    changed.first = canvas_->scale().first();
    changed.bytesPerPixel = canvas_->scale().isWhole() ? 0 : canvas_->scale().bytesPerPixel();
    changed.chosenIn.clear(), changed.chosenUnit.clear();
    if (place) {
        const RulerTrack& track = canvas_->subject().tracks[place->track];
        changed.chosenIn = track.objectId();
        changed.chosenUnit = track.cut().segmentation()->inventory[track.label(place->unit)];
    }
    change(tr("Choose a unit"), changed);
}

void RulerView::change(const QString& what, const RulerSettings& settings) {
    const nlohmann::json json = toJson(settings);
    applySettings(json);
    store(what, json);
}

void RulerView::say() {
    const RulerScale& scale = canvas_->scale();
    QString remark;
    if (const auto chosen = canvas_->marks().chosen) {
        const RulerTrack& track = canvas_->subject().tracks[chosen->track];
        remark = tr("%1 of %2 units")
                     .arg(countText(static_cast<qint64>(
                              track.cut().occurrences(track.level(), track.label(chosen->unit)))),
                          countText(static_cast<qint64>(track.units())));
    }
    header_->setRemark(remark);
    header_->setCounts(static_cast<qint64>(scale.end() - scale.begin()), static_cast<qint64>(scale.length()));
}

nlohmann::json RulerView::currentSettings() const {
    RulerSettings now = settings_;
    now.first = canvas_->scale().first();
    now.bytesPerPixel = canvas_->scale().isWhole() ? 0 : canvas_->scale().bytesPerPixel();
    return toJson(now);
}

Figure RulerView::figure() const {
    return rulerFigure(canvas_->subject(), canvas_->scale(), canvas_->marks(),
                       text_ ? QString::fromStdString(text_->name) : QString());
}

void RulerView::frameSelection() {
    canvas_->showNext();
}

void RulerView::home() {
    canvas_->home();
}

HOROCYCLE_VIEW(RulerView);

}  // namespace horo::views
