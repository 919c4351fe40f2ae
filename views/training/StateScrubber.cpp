#include "views/training/StateScrubber.h"

#include <QtCore/QSignalBlocker>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QSlider>
#include <cmath>

#include "views/kit/Buttons.h"
#include "views/kit/Label.h"
#include "views/kit/NumberText.h"

namespace horo::views {

namespace {
constexpr int frameTime = 90;  ///< ms a state when played
}

StateScrubber::StateScrubber(WorkspaceModel& model, QWidget* parent)
    : QWidget(parent),
      model_(model),
      play_(new IconButton("run", tr("Play the run again"))),
      slider_(new QSlider(Qt::Horizontal)),
      label_(new Label({}, FontRole::Meta, Token::T2)) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    play_->setCheckable(true);
    slider_->setFixedWidth(120);
    slider_->setAccessibleName(tr("States of the run"));
    slider_->setToolTip(tr("States that were kept of the run; at the right end stands its result"));
    row->addWidget(play_);
    row->addWidget(slider_);
    row->addWidget(label_);
    connect(slider_, &QSlider::valueChanged, this, &StateScrubber::show);
    connect(play_, &QToolButton::toggled, this, &StateScrubber::play);
    timer_.setInterval(frameTime);
    connect(&timer_, &QTimer::timeout, this, [this] {
        if (slider_->value() >= slider_->maximum()) return play_->setChecked(false);
        slider_->setValue(slider_->value() + 1);
    });
    const auto mine = [this](const std::string& id) {
        if (id == objectId_) refresh();
    };
    connect(&model_, &WorkspaceModel::statesChanged, this, mine);
    connect(&model_, &WorkspaceModel::runChanged, this, mine);
    refresh();
}

void StateScrubber::setObject(const std::string& objectId) {
    if (objectId == objectId_) return;
    objectId_ = objectId;
    refresh();
}

int StateScrubber::count() const {
    return static_cast<int>(model_.statesOf(objectId_).size());
}

void StateScrubber::refresh() {
    const bool running = model_.liveRun(objectId_) != nullptr;
    setVisible(count() > 1 && !running);
    if (running) {
        showing_ = false;
        return;
    }
    const QSignalBlocker quiet(slider_);
    const bool atEnd = slider_->value() >= slider_->maximum() || !showing_;
    slider_->setRange(0, std::max(count() - 1, 0));
    if (atEnd) slider_->setValue(slider_->maximum());
    if (count() > 1 && atEnd)
        label_->setText(countText(std::llround(std::floor(model_.statesOf(objectId_).back().at))));
}

void StateScrubber::show(int state) {
    const auto& states = model_.statesOf(objectId_);
    if (state < 0 || state >= count() || model_.liveRun(objectId_)) return;
    {
        const QSignalBlocker quiet(slider_);
        slider_->setValue(state);
    }
    label_->setText(countText(std::llround(std::floor(states[static_cast<size_t>(state)].at))));
    showing_ = state + 1 < count();
    if (showing_)
        model_.publishLive(objectId_, states[static_cast<size_t>(state)].picture);
    else
        model_.endLive(objectId_);
}

void StateScrubber::play(bool on) {
    if (!on) return timer_.stop();
    if (slider_->value() >= slider_->maximum()) slider_->setValue(0);
    timer_.start();
}

}  // namespace horo::views
