/**
 * Compiles XLSForm to XForm: a workbook ({@link danvan.form.xlsform.XlsxReader}) or a YAML file ({@link
 * danvan.form.xlsform.YamlReader}) becomes rows, {@link danvan.form.xlsform.SurveyReader} checks them and makes a {@link
 * danvan.form.xlsform.Survey}, {@link danvan.form.xlsform.XFormWriter} writes it down. Every problem names sheet, row and
 * column.
 */
@org.jspecify.annotations.NullMarked
package danvan.form.xlsform;
