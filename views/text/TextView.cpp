#include "views/text/TextView.h"

#include <QMenu>
#include <QVBoxLayout>
#include <algorithm>

#include "views/kit/MenuButton.h"
#include "views/kit/NumberText.h"
#include "views/kit/SegmentedControl.h"
#include "views/kit/ViewHeader.h"
#include "views/text/TextBehind.h"
#include "views/text/TextCanvas.h"
#include "views/text/TextFigure.h"
#include "views/text/UnitCard.h"
#include "views/view/ViewClass.h"

namespace horo::views {

namespace {

constexpr size_t segmentsAtMost = 5;

template <class Integer>
QString counted(Integer count) {
    return countText(static_cast<qint64>(count));
}

/// A whole number of the settings that is not absurd.
std::optional<uint64_t> natural(const nlohmann::json& settings, const char* key) {
    const auto found = settings.find(key);
    if (found == settings.end() || !found->is_number_integer() || *found < 0) return std::nullopt;
    return found->get<uint64_t>();
}

}  // namespace

ViewType TextView::viewType() {
    return {"text", tr("Text"), "text", {Kind::Text, Kind::Segmentation}, {}};
}

TextView::TextView(WorkspaceModel& model, ViewState state, QWidget* parent)
    : View(model, std::move(state), parent),
      header_(new ViewHeader("text", tr("Text"))),
      canvas_(new TextCanvas) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    header_->setButtonsVisible(false, false, true);
    column->addWidget(header_);
    column->addWidget(canvas_, 1);
    setFocusProxy(canvas_);
    connect(header_, &ViewHeader::exportRequested, this, &View::exportRequested);
    connect(canvas_, &TextCanvas::chosenByPerson, this, [this](std::optional<uint32_t> label) {
        if (label == canvas_->marks().chosen) return;
        nlohmann::json settings = this->state().settings;
        settings.erase("label");
        if (label) settings["label"] = text_->segmentation()->inventory[*label];
        choose(label);
        store(tr("Choose a unit"), settings, QStringLiteral("label"));
    });
    connect(&model, &WorkspaceModel::objectsChanged, this, &TextView::loadObjects);
    loadObjects();
}

void TextView::loadObjects() {
    if (state().objects.empty()) return;
    const auto object = model().workspace().find(state().objects.front());
    if (!object) return;
    const auto behind =
        object->kind() == Kind::Segmentation ? textBehind(model().workspace(), object) : nullptr;
    header_->setObjectText(QString::fromStdString(object->name));
    if (object == loaded_ && behind == loadedText_) return;
    loaded_ = object;
    loadedText_ = behind;
    if (const auto cut = object->as<Segmentation>())
        text_ = std::make_shared<const UnitText>(cut, behind ? behind->as<Text>() : nullptr);
    else
        text_ = std::make_shared<const UnitText>(object->as<Text>());
    canvas_->setText(text_);
    makeLevelControl();
    applySettings(state().settings);
    if (const auto top = natural(state().settings, "top")) canvas_->scrollTo(*top);
}

void TextView::makeLevelControl() {
    levels_ = nullptr;
    const size_t levels = text_->levels();
    if (levels > 1 && levels <= segmentsAtMost) {
        QStringList names;
        for (size_t i = 1; i <= levels; ++i)
            names << QString::number(i);
        names.front() = tr("1 coarse");
        auto* control = new SegmentedControl(names);
        connect(control, &SegmentedControl::currentChanged, this,
                [this](int index) { chooseLevel(static_cast<size_t>(index) + 1); });
        levels_ = control;
    } else if (levels > 1) {
        auto* control = new MenuButton(tr("Level"));
        auto* menu = new QMenu(control);
        for (size_t i = 1; i <= levels; ++i)
            menu->addAction(tr("%1, %2 units").arg(counted(i), counted(text_->units(levels - i))), this,
                            [this, i] { chooseLevel(i); });
        control->setMenu(menu);
        levels_ = control;
    }
    if (levels_) {
        levels_->setAccessibleName(tr("Level"));
        levels_->setToolTip(tr("Level of the units; 1 is the coarsest"));
    }
    header_->setOwnControl(levels_);
}

void TextView::chooseLevel(size_t fromCoarsest) {
    if (text_->levels() - fromCoarsest == canvas_->marks().level) return;
    nlohmann::json settings = state().settings;
    settings["level"] = fromCoarsest;
    store(tr("Show level %1").arg(fromCoarsest), settings, QStringLiteral("level"));
    applySettings(settings);
}

void TextView::applySettings(const nlohmann::json& settings) {
    if (!text_) return;
    if (const size_t levels = text_->levels(); levels > 0) {
        const auto wanted = natural(settings, "level");
        const auto level = static_cast<size_t>(std::clamp<uint64_t>(wanted.value_or(levels), 1, levels));
        canvas_->setLevel(levels - level);
        if (auto* segments = qobject_cast<SegmentedControl*>(levels_))
            segments->setCurrent(static_cast<int>(level) - 1);
        if (auto* menu = qobject_cast<MenuButton*>(levels_)) menu->setValue(counted(level));
    }
    const auto label = settings.find("label");
    choose(label != settings.end() && label->is_string() ? text_->findLabel(label->get<std::string>())
                                                         : std::nullopt);
}

void TextView::choose(std::optional<uint32_t> label) {
    canvas_->setChosen(label);
    say();
}

void TextView::say() {
    const size_t level = canvas_->marks().level;
    if (!text_->segmentation() || text_->levels() == 0) {
        remark_ =
            canvas_->lines() == 1
                ? tr("1 line, %1 bytes").arg(counted(text_->bytes().size()))
                : tr("%1 lines, %2 bytes").arg(counted(canvas_->lines()), counted(text_->bytes().size()));
    } else if (const auto label = canvas_->marks().chosen) {
        remark_ = tr("%1 of %2 units")
                      .arg(counted(text_->occurrences(level, *label)), counted(text_->units(level)));
    } else {
        remark_ =
            tr("%1 units, %2 different")
                .arg(counted(text_->units(level)), counted(differentLabels(*text_->segmentation(), level)));
    }
    if (text_->segmentation() && text_->isOfLabels()) remark_ += tr(", labels without their text");
    header_->setRemark(remark_.toHtmlEscaped());
}

nlohmann::json TextView::currentSettings() const {
    nlohmann::json settings = state().settings;
    settings["top"] = canvas_->top();
    return settings;
}

Figure TextView::figure() const {
    return textFigure(text_, canvas_->marks(), canvas_->top());
}

void TextView::frameSelection() {
    canvas_->showNext();
}

void TextView::home() {
    canvas_->scrollTo(0);
}

HOROCYCLE_VIEW(TextView);

}  // namespace horo::views
