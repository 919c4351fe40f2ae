#include "views/kit/SegmentedControl.h"

#include <QtGui/QPainter>
#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QButtonGroup>
#include <QtWidgets/QHBoxLayout>

#include "views/theme/Fonts.h"
#include "views/theme/Metrics.h"
#include "views/theme/Shapes.h"
#include "views/theme/Theme.h"

namespace horo::views {

namespace {

class Segment : public QAbstractButton {
public:
    Segment(const QString& text, QWidget* parent) : QAbstractButton(parent) {
        setText(text);
        setCheckable(true);
        setAttribute(Qt::WA_Hover);
        setFocusPolicy(Qt::TabFocus);
        setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    }

    QSize sizeHint() const override {
        return {QFontMetrics(views::font(FontRole::Meta, QFont::Medium)).horizontalAdvance(text()) + 16,
                metrics::fieldHeight};
    }
    QSize minimumSizeHint() const override { return {24, metrics::fieldHeight}; }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        if (isChecked())
            paintBox(painter, rect(), metrics::fieldRadius, colour(Token::Raise),
                     colour(hasFocus() ? Token::Accent : Token::Line2));
        painter.setFont(views::font(FontRole::Meta, isChecked() ? QFont::Medium : QFont::Normal));
        const Token token = !isEnabled() ? Token::T4 : isChecked() || underMouse() ? Token::T1 : Token::T2;
        painter.setPen(colour(token));
        painter.drawText(rect(), Qt::AlignCenter,
                         painter.fontMetrics().elidedText(text(), Qt::ElideRight, width() - 8));
    }
};

}  // namespace

SegmentedControl::SegmentedControl(const QStringList& names, QWidget* parent)
    : QWidget(parent), group_(new QButtonGroup(this)) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    for (const QString& name : names) {
        auto* segment = new Segment(name, this);
        group_->addButton(segment, static_cast<int>(group_->buttons().size()));
        row->addWidget(segment);
    }
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setCurrent(0);
    connect(group_, &QButtonGroup::idToggled, this, [this](int id, bool on) {
        if (on) Q_EMIT currentChanged(id);
    });
}

int SegmentedControl::current() const {
    return group_->checkedId();
}

void SegmentedControl::setCurrent(int index) {
    if (auto* segment = group_->button(index)) segment->setChecked(true);
}

int SegmentedControl::count() const {
    return static_cast<int>(group_->buttons().size());
}

void SegmentedControl::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    paintBox(painter, rect(), metrics::fieldRadius, colour(Token::Sunk));
}

}  // namespace horo::views
