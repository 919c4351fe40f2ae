#include "app/VectorPage.h"

#include <QVBoxLayout>

#include "app/NeighbourPair.h"
#include "core/neighbors/free_vector.h"
#include "views/kit/Label.h"
#include "views/kit/SearchField.h"
#include "views/theme/Metrics.h"

namespace horo::app {

using namespace views;

VectorPage::VectorPage(WorkspaceModel& model, QWidget* parent) : QWidget(parent), model_(model) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::panelPadding, 4, metrics::panelPadding, metrics::panelPadding);
    column->setSpacing(8);
    column->addWidget(new Label(tr("Nearest to a vector"), FontRole::Name));
    field_ = new SearchField(QStringLiteral("king - man + woman"));
    field_->setAccessibleName(tr("Vector"));
    column->addWidget(field_);
    hint_ = new Label({}, FontRole::Meta, Token::T2);
    hint_->setWordWrap(true);
    column->addWidget(hint_);
    near_ = new NeighbourPair(model_);
    column->addWidget(near_);
    column->addStretch(1);
    connect(field_, &SearchField::nextRequested, this, &VectorPage::refresh);
    connect(near_, &NeighbourPair::chosen, this, &VectorPage::chosen);
}

void VectorPage::ask(const std::string& embeddingId) {
    embeddingId_ = embeddingId;
    refresh();
    field_->setFocus(Qt::ShortcutFocusReason);
    field_->selectAll();
}

void VectorPage::refresh() {
    const NearTo to{0, field_->text().toStdString()};
    const bool isRead = !nearnessesOf(model_.workspace(), to).empty();
    near_->setVisible(isRead);
    if (!isRead) return complain();
    near_->show(to, embeddingId_);
    hint_->setText(tr("Of all rows, exactly; the rows named are left out."));
}

void VectorPage::complain() {
    if (field_->text().trimmed().isEmpty())
        return hint_->setText(
            tr("Write one number for each column, the name of a row, or names added and subtracted, with "
               "blanks around the signs. Return finds what is near."));
    const Workspace& workspace = model_.workspace();
    auto object = workspace.find(embeddingId_);
    for (const auto& each : workspace.objects)
        if (!object && each->kind() == Kind::Embedding) object = each;
    if (!object) return hint_->setText(tr("Open an embedding first."));
    const auto point = freeVector(*object->as<Embedding>(), field_->text().toStdString());
    hint_->setText(tr("In %1: %2")
                       .arg(QString::fromStdString(object->name),
                            point ? QString() : QString::fromStdString(point.error().text())));
}

}  // namespace horo::app
