{{- define "garbanzo.databaseEnv" -}}
{{- with .Values.database -}}
{{- if .urlKey -}}
- name: DATABASE_URL_FILE
  value: /etc/garbanzo/database/url
{{- else }}
{{- $secret := .existingSecret -}}
{{- range $part, $key := omit .keys "password" -}}
- name: POSTGRES_{{ upper $part }}
  valueFrom:
    secretKeyRef:
      name: {{ $secret }}
      key: {{ $key }}
{{ end -}}
- name: POSTGRES_PASSWORD_FILE
  value: /etc/garbanzo/database/password
{{- end }}
- name: PGSSLMODE
  value: {{ .tls.mode }}
{{- if ne .tls.mode "disable" }}
- name: NODE_EXTRA_CA_CERTS
  value: /etc/garbanzo/database/ca.crt
{{- end }}
{{- end }}
{{- end -}}

{{- define "garbanzo.mounts" -}}
- name: database
  mountPath: /etc/garbanzo/database
  readOnly: true
- name: tmp
  mountPath: /tmp
{{- end -}}

{{- define "garbanzo.volumes" -}}
- name: database
  projected:
    defaultMode: 0440
    sources:
      - secret:
          name: {{ .Values.database.existingSecret }}
          items:
            {{- if .Values.database.urlKey }}
            - key: {{ .Values.database.urlKey }}
              path: url
            {{- else }}
            - key: {{ .Values.database.keys.password }}
              path: password
            {{- end }}
      {{- if ne .Values.database.tls.mode "disable" }}
      - secret:
          name: {{ .Values.database.tls.existingSecret }}
          items:
            - key: {{ .Values.database.tls.key }}
              path: ca.crt
      {{- end }}
- name: tmp
  emptyDir:
    sizeLimit: 32Mi
{{- end -}}
