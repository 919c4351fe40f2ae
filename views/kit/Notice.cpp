#include "views/kit/Notice.h"

#include <QtGui/QPainter>
#include <QtGui/QTextDocumentFragment>
#include <QtWidgets/QHBoxLayout>

#include "views/kit/Buttons.h"
#include "views/kit/Label.h"
#include "views/theme/Icons.h"
#include "views/theme/Metrics.h"
#include "views/theme/Shapes.h"
#include "views/theme/Theme.h"

namespace horo::views {

namespace {

/// What a screen reader says.
QString spoken(const QString& text) {
    return Qt::mightBeRichText(text) ? QTextDocumentFragment::fromHtml(text).toPlainText() : text;
}

}  // namespace

Notice::Notice(Tone tone, const QString& iconName, const QString& text, QWidget* parent)
    : QWidget(parent),
      tone_(tone),
      iconName_(iconName),
      label_(new Label(withSemibold(text))),
      row_(new QHBoxLayout(this)) {
    row_->setContentsMargins(36, 5, 8, 5);
    row_->setSpacing(metrics::controlGap);
    label_->setWordWrap(true);
    label_->setMinimumHeight(metrics::buttonHeight);
    row_->addWidget(label_, 1);
    setAccessibleName(spoken(text));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Minimum);
}

void Notice::setText(const QString& text) {
    label_->setText(withSemibold(text));
    setAccessibleName(spoken(text));
}

QPushButton* Notice::addButton(const QString& text, bool flat) {
    auto* button = new PlainButton(text);
    button->setFlat(flat);
    row_->addWidget(button, 0, Qt::AlignVCenter);
    return button;
}

void Notice::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const bool calm = tone_ == Tone::Accent || tone_ == Tone::Neutral;
    const QColor border = tone_ == Tone::Neutral ? colour(Token::Line2)
                          : calm                 ? colour(Token::AccentLine)
                                                 : Theme::current().colour(textToken(tone_), .4);
    paintBox(painter, rect(), metrics::buttonRadius, colour(groundToken(tone_)), border);
    const double size = metrics::smallIconSize;
    paintIcon(painter, QRectF(13, (height() - size) / 2, size, size), iconName_, colour(textToken(tone_)));
}

}  // namespace horo::views
