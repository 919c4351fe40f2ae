#include "app/StatusLine.h"

#include <QHBoxLayout>
#include <QPainter>

#include "app/Jobs.h"
#include "app/Wording.h"
#include "core/base/parallel.h"
#include "core/base/version.h"
#include "views/kit/ElidedLabel.h"
#include "views/kit/Label.h"
#include "views/theme/Metrics.h"
#include "views/theme/Shapes.h"
#include "views/theme/Theme.h"

namespace horo::app {

using namespace views;

StatusLine::StatusLine(WorkspaceModel& model, Jobs& jobs, QWidget* parent)
    : QWidget(parent), model_(model), jobs_(jobs) {
    setFixedHeight(metrics::statusHeight);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(metrics::panelPadding, 0, metrics::panelPadding, 0);
    row->setSpacing(16);
    path_ = new ElidedLabel(tr("Ready"), FontRole::Meta, Token::T2);
    path_->setElideMode(Qt::ElideMiddle);
    row->addWidget(path_, 1);
    selected_ = new Label({}, FontRole::Meta, Token::T2);
    running_ = new Label({}, FontRole::Meta, Token::T2);
    saved_ = new Label({}, FontRole::Meta, Token::T2);
    row->addWidget(selected_);
    row->addWidget(running_);
    auto* device = new Label(tr("%1 threads, CPU").arg(availableThreads()), FontRole::Meta, Token::T2);
    row->addWidget(device);
    row->addWidget(saved_);
    row->addWidget(new Label(QString::fromStdString(versionText()), FontRole::Meta, Token::T2));
    connect(&model_, &WorkspaceModel::hoverChanged, this, &StatusLine::showHover);
    connect(&model_, &WorkspaceModel::selectionChanged, this, &StatusLine::showCounts);
    connect(&jobs_, &Jobs::changed, this, &StatusLine::showCounts);
    showCounts();
}

void StatusLine::setSaved(const QString& text) {
    saved_->setText(text);
}

void StatusLine::showHover(ItemId item) {
    QStringList names;
    for (const auto& object : model_.workspace().objects) {
        const auto hierarchy = object->as<Hierarchy>();
        if (!hierarchy) continue;
        const auto node = hierarchy->items()->rowOf(item);
        if (!node) continue;
        look_ = HierarchyLook::of(hierarchy);
        for (const Node v : look_->tree().path(static_cast<Node>(*node)))
            names << QString::fromStdString(hierarchy->label(v));
        break;
    }
    path_->setText(item == 0 ? tr("Ready") : names.join(QStringLiteral(" › ")));
}

void StatusLine::showCounts() {
    const size_t selected = model_.selection().size();
    selected_->setText(selected > 0 ? tr("%1 selected").arg(countText(static_cast<qint64>(selected)))
                                    : QString());
    const size_t running = jobs_.running().size();
    running_->setText(running == 0 ? QString() : running == 1 ? tr("1 job") : tr("%1 jobs").arg(running));
}

void StatusLine::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), colour(Token::Win));
    paintEdge(painter, rect(), Qt::TopEdge, colour(Token::Line));
}

}  // namespace horo::app
