#include "app/JobsStrip.h"

#include <QHBoxLayout>
#include <QPainter>
#include <algorithm>

#include "app/Wording.h"
#include "views/kit/Buttons.h"
#include "views/kit/Ground.h"
#include "views/kit/Label.h"
#include "views/kit/ThinProgressBar.h"
#include "views/theme/Icons.h"
#include "views/theme/Metrics.h"
#include "views/theme/Shapes.h"
#include "views/theme/Theme.h"

namespace horo::app {

using namespace views;

namespace {
constexpr int barWidth = 140;
constexpr size_t shownJobs = 3;
}  // namespace

JobsStrip::JobsStrip(Jobs& jobs, QWidget* parent) : QWidget(parent), jobs_(jobs) {
    setFixedHeight(metrics::jobsHeight);
    setGround(*this, Token::Panel);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(metrics::panelPadding, 0, metrics::panelPadding, 0);
    row->setSpacing(16);
    row->addWidget(new Label(tr("Jobs"), FontRole::Title));
    idle_ = new Label(tr("nothing runs"), FontRole::Base, Token::T3);
    row->addWidget(idle_);
    rowsLayout_ = new QHBoxLayout;
    rowsLayout_->setSpacing(24);
    row->addLayout(rowsLayout_);
    row->addStretch(1);
    done_ = new Label({}, FontRole::Base, Token::T3);
    row->addWidget(done_);
    auto* log = new PlainButton(tr("Log"));
    log->setFlat(true);
    row->addWidget(log);
    connect(log, &QPushButton::clicked, this, &JobsStrip::logRequested);
    connect(&jobs_, &Jobs::changed, this, &JobsStrip::refresh);
    refresh();
}

QSize JobsStrip::sizeHint() const {
    return {600, metrics::jobsHeight};
}

void JobsStrip::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), colour(Token::Panel));
    paintEdge(painter, rect(), Qt::TopEdge, colour(Token::Line));
}

JobsStrip::Row JobsStrip::addRow(const Jobs::Entry& entry) {
    Row row;
    row.number = entry.number;
    row.widget = new QWidget;
    auto* line = new QHBoxLayout(row.widget);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(8);
    auto* picture = new QLabel;
    picture->setPixmap(icon("chart").pixmap(metrics::smallIconSize));
    line->addWidget(picture);
    line->addWidget(new Label(entry.title()));
    row.bar = new ThinProgressBar(4);
    row.bar->setFixedWidth(barWidth);
    line->addWidget(row.bar);
    row.doing = new Label({}, FontRole::Base, Token::T2);
    line->addWidget(row.doing);
    if (entry.job->run().method->declaration().resumable) {
        row.pause = new IconButton("pause", tr("Pause or go on"));
        row.pause->setIconExtent(metrics::smallIconSize);
        connect(row.pause, &QToolButton::clicked, this, [this, number = row.number] {
            if (auto* present = jobs_.find(number))
                jobs_.pause(number, present->job->state() != JobState::Paused);
        });
        line->addWidget(row.pause);
    }
    row.cancel = new IconButton("close", tr("Stop and keep what there is"));
    row.cancel->setIconExtent(metrics::smallIconSize);
    connect(row.cancel, &QToolButton::clicked, this, [this, number = row.number] { jobs_.stop(number); });
    line->addWidget(row.cancel);
    rowsLayout_->addWidget(row.widget);
    return row;
}

void JobsStrip::refresh() {
    std::erase_if(rows_, [this](const Row& row) {
        if (jobs_.find(row.number)) return false;
        row.widget->hide();
        row.widget->deleteLater();
        return true;
    });
    for (const auto& entry : jobs_.running()) {
        if (rows_.size() < shownJobs &&
            std::ranges::none_of(rows_, [&](const Row& row) { return row.number == entry->number; }))
            rows_.push_back(addRow(*entry));
    }
    for (auto& row : rows_) {
        const auto* entry = jobs_.find(row.number);
        const Progress at = entry->job->progress();
        QString text = QString::fromStdString(at.doing);
        switch (entry->job->state()) {
            case JobState::Waiting:
                text = tr("waiting");
                break;
            case JobState::Paused:
                text = tr("paused at %1").arg(text);
                break;
            case JobState::Stopping:
                text = entry->ignoresStop() ? tr("does not answer to Stop") : tr("stopping");
                break;
            default:
                if (at.left) text += tr(", %1 left").arg(durationText(*at.left));
        }
        row.doing->setText(text);
        row.bar->setShare(at.share);
        row.cancel->setToolTip(entry->ignoresStop() ? tr("Leave it behind: nothing waits for it any more")
                                                    : tr("Stop and keep what there is"));
        if (row.pause) row.pause->setIcon(icon(entry->job->state() == JobState::Paused ? "run" : "pause"));
    }
    idle_->setVisible(rows_.empty());
    done_->setText(jobs_.doneCount() > 0 ? tr("%1 done").arg(jobs_.doneCount()) : QString());
}

}  // namespace horo::app
