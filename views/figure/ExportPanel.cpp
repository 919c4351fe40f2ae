#include "views/figure/ExportPanel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

#include "views/kit/Buttons.h"
#include "views/kit/FormRow.h"
#include "views/kit/Label.h"
#include "views/kit/NumberField.h"
#include "views/kit/SegmentedControl.h"
#include "views/theme/Metrics.h"
#include "views/theme/Shapes.h"
#include "views/theme/Theme.h"

namespace horo::views {

namespace {

constexpr QSize previewSize(300, 300);
constexpr int formWidth = 280, previewAfter = 150;
constexpr std::array endings{"pdf", "svg", "png"};
constexpr std::array formats{FigureFormat::Pdf, FigureFormat::Svg, FigureFormat::Png};

NumberField* number(double value, double least, double most, const QString& unit) {
    auto* field = new NumberField;
    field->setRange({least, most, false});
    field->setUnit(unit);
    field->setValue(value);
    return field;
}

}  // namespace

ExportPanel::ExportPanel(std::vector<Figure> panels, QString suggestedName, QWidget* parent)
    : QWidget(parent), panels_(std::move(panels)), suggestedName_(std::move(suggestedName)) {
    setAttribute(Qt::WA_DeleteOnClose);
    setFocusPolicy(Qt::StrongFocus);
    later_.setSingleShot(true);
    connect(&later_, &QTimer::timeout, this, &ExportPanel::refreshPreview);
    auto* closing = new IconButton(QStringLiteral("close"), tr("Close"), this);
    closing->setShortcutText(QStringLiteral("Esc"));
    connect(closing, &QToolButton::clicked, this, &QWidget::close);
    auto* title = new QHBoxLayout;
    title->setContentsMargins(metrics::panelPadding, 6, 6, 2);
    title->addWidget(new Label(tr("Export the figure"), FontRole::Title));
    title->addStretch();
    title->addWidget(closing);
    preview_ = new QLabel(this);
    preview_->setFixedSize(previewSize);
    preview_->setAlignment(Qt::AlignCenter);
    auto* both = new QHBoxLayout;
    both->setContentsMargins(metrics::panelPadding, 4, metrics::panelPadding, metrics::panelPadding);
    both->setSpacing(16);
    both->addWidget(preview_);
    both->addWidget(form());
    const int shadow = shadowMargin();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(shadow, shadow, shadow, shadow);
    column->setSpacing(0);
    column->addLayout(title);
    column->addLayout(both);
    choosePreset(1);
    changed();
}

QWidget* ExportPanel::form() {
    auto* form = new QWidget(this);
    form->setFixedWidth(formWidth);
    format_ = new SegmentedControl({tr("PDF"), tr("SVG"), tr("PNG")});
    preset_ = new QComboBox;
    for (const FigurePreset& preset : figurePresets())
        preset_->addItem(tr(preset.name));
    preset_->addItem(tr("Other"));
    width_ = number(174, 10, 2000, tr("mm"));
    height_ = number(0, 0, 2000, tr("mm, 0 = as needed"));
    dpi_ = number(300, 36, 2400, tr("dpi"));
    fontSize_ = number(7, 3, 72, tr("points"));
    legend_ = new QCheckBox(tr("Legend"));
    caption_ = new QCheckBox(tr("Caption with data and method"));
    legend_->setChecked(true), caption_->setChecked(true);
    message_ = new Label({}, FontRole::Meta, Token::Error);
    message_->setWordWrap(true);
    message_->hide();
    save_ = new PrimaryButton(tr("Save"));
    dpiRow_ = new FormRow(tr("Resolution"), dpi_);

    auto* column = new QVBoxLayout(form);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::controlGap);
    column->addWidget(new FormRow(tr("Format"), format_));
    column->addWidget(new FormRow(tr("Size"), preset_));
    column->addWidget(new FormRow(tr("Width"), width_));
    column->addWidget(new FormRow(tr("Height"), height_));
    column->addWidget(dpiRow_);
    column->addWidget(new FormRow(tr("Text"), fontSize_));
    column->addWidget(legend_);
    column->addWidget(caption_);
    column->addStretch();
    column->addWidget(message_);
    column->addWidget(save_);

    connect(format_, &SegmentedControl::currentChanged, this, &ExportPanel::changed);
    connect(preset_, &QComboBox::activated, this, &ExportPanel::choosePreset);
    for (NumberField* field : {width_, height_, dpi_, fontSize_})
        connect(field, &NumberField::valueChanged, this, &ExportPanel::changed);
    connect(legend_, &QCheckBox::toggled, this, &ExportPanel::changed);
    connect(caption_, &QCheckBox::toggled, this, &ExportPanel::changed);
    connect(save_, &QPushButton::clicked, this, &ExportPanel::save);
    return form;
}

FigureOptions ExportPanel::options() const {
    FigureOptions options;
    options.format = formats[static_cast<size_t>(format_->current())];
    options.width = width_->value().value_or(0), options.height = height_->value().value_or(-1);
    options.dpi = dpi_->value().value_or(0), options.fontSize = fontSize_->value().value_or(0);
    options.legend = legend_->isChecked(), options.caption = caption_->isChecked();
    return options;
}

void ExportPanel::choosePreset(int index) {
    preset_->setCurrentIndex(index);
    if (static_cast<size_t>(index) >= figurePresets().size()) return;
    const FigurePreset& preset = figurePresets()[static_cast<size_t>(index)];
    width_->setValue(preset.width), height_->setValue(preset.height);
}

void ExportPanel::changed() {
    const FigureOptions now = options();
    int preset = preset_->count() - 1;
    for (size_t i = 0; i < figurePresets().size(); ++i)
        if (figurePresets()[i].width == now.width && figurePresets()[i].height == now.height)
            preset = static_cast<int>(i);
    preset_->setCurrentIndex(preset);
    dpiRow_->setVisible(now.format == FigureFormat::Png);
    later_.start(previewAfter);
}

void ExportPanel::refreshPreview() {
    const double ratio = devicePixelRatioF();
    QImage image = figurePreview(panels_, options(), previewSize * ratio);
    if (image.isNull()) return preview_->clear();
    // The page is white on a panel that may be white too.
    QPainter edge(&image);
    edge.setPen(colour(Token::Line2));
    edge.drawRect(image.rect().adjusted(0, 0, -1, -1));
    edge.end();
    image.setDevicePixelRatio(ratio);
    preview_->setPixmap(QPixmap::fromImage(image));
}

void ExportPanel::popUp(const QWidget* anchor) {
    adjustSize();
    QWidget* inside = parentWidget();
    if (inside && anchor) {
        const QPoint corner =
            inside->mapFromGlobal(anchor->mapToGlobal(QPoint(anchor->width(), anchor->height() + 4)));
        const int shadow = shadowMargin();
        const int x = std::clamp(corner.x() - width() + shadow, -shadow,
                                 std::max(-shadow, inside->width() - width() + shadow));
        const int y =
            std::clamp(corner.y() - shadow, -shadow, std::max(-shadow, inside->height() - height() + shadow));
        move(x, y);
    }
    refreshPreview();
    show();
    raise();
    setFocus();
}

bool ExportPanel::saveTo(const QString& path) {
    const auto done = writeFigure(panels_, options(), path);
    message_->setVisible(!done);
    if (!done) {
        message_->setText(QString::fromStdString(done.error().text()));
        return false;
    }
    Q_EMIT written(path);
    return true;
}

void ExportPanel::save() {
    const QString ending = QString::fromLatin1(endings[static_cast<size_t>(format_->current())]);
    auto* dialog = new QFileDialog(window(), tr("Export the figure"), {},
                                   tr("%1 files (*.%2)").arg(ending.toUpper(), ending));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(ending);
    dialog->selectFile(suggestedName_ + QLatin1Char('.') + ending);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& path) {
        if (saveTo(path)) close();
    });
    dialog->open();
}

void ExportPanel::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const int shadow = shadowMargin();
    const QRect card = rect().adjusted(shadow, shadow, -shadow, -shadow);
    paintShadow(painter, card, metrics::cardRadius);
    paintBox(painter, card, metrics::cardRadius, colour(Token::Raise), colour(Token::Line2));
}

void ExportPanel::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape) {
        close();
    } else {
        QWidget::keyPressEvent(event);
    }
}

}  // namespace horo::views
